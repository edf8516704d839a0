import type { SecretInClear } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { secretInClear } from './secret';

/** States of each secret that is set whether it stands in clear. */
export function* secretFacts(
  subject: Resource,
  noun: string,
  secrets: readonly (readonly [name: string, secret: Property])[],
  related: readonly Resource[] = [],
): Iterable<SecretInClear> {
  for (const [secret, property] of secrets) {
    const present = property.present();
    if (present.state === 'known' && !present.value) continue;
    yield { kind: 'secret-in-clear', noun, subject, secret, inClear: secretInClear(property), related };
  }
}
