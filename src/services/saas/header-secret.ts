import type { Property } from '../../model/property';
import { environmentSecrets } from '../aws/environment-secrets';

/** What names a variable that the tenant fills in: `$TOKEN`, `{{ TOKEN }}`. */
const filledIn = /\$[A-Za-z_]|\{\{/;

/** The headers of a request that hold a secret: by their names, and what a request signs in with. */
export function headerSecrets(headers: Property): readonly (readonly [name: string, secret: Property])[] {
  const entries = headers.entries();
  if (entries.state !== 'known') return [];
  const isFilledIn = (value: Property): boolean => {
    const text = value.text();
    return text.state === 'known' && filledIn.test(text.value);
  };
  const signsIn = entries.value.filter(([name]) => /^(proxy-)?authorization$/i.test(name));
  return [...environmentSecrets(headers), ...signsIn].filter(([, value]) => !isFilledIn(value));
}
