import type { CrossOrigin } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { is, settledTruth, some } from '../../model/truth';
import { otherwise } from '../../model/value';

/** States whether the pages of every site may call something, where anything is said of it: unsaid, none may. */
export function* crossOriginFacts(
  about: { readonly noun: string; readonly subject: Resource; readonly related?: readonly Resource[] },
  origins: Property,
  headers: Property,
): Iterable<CrossOrigin> {
  const present = origins.present();
  if (present.state === 'known' && !present.value) return;
  const everywhere = some(
    otherwise(origins.texts(), [], 'no origin is named'),
    (origin) => is(origin, isEverybody, 'origin'),
    'allowed origins',
  );
  const anyHeader = some(
    otherwise(headers.texts(), [], 'no header is named'),
    (header) => is(header, (name) => name === '*', 'header'),
    'allowed headers',
  );
  yield {
    kind: 'cross-origin',
    everywhere: settledTruth(everywhere, origins.at),
    anyHeader: settledTruth(anyHeader, headers.at),
    ...about,
  };
}

/** `*`, or a scheme for every host. */
const isEverybody = (origin: string): boolean => /^(https?:\/\/)?\*$/.test(origin);
