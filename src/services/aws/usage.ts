import type { Usage } from '../../model/fact';
import type { Companions } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth } from '../../model/truth';

/** States whether something is used: by what it names itself, or by something that names it. */
export function usageFact(
  about: { readonly noun: string; readonly subject: Resource },
  named: readonly Property[],
  users: readonly Companions[],
): Usage {
  const at = { id: about.subject.id, path: [] };
  const certain = users.flatMap((companions) => companions.certain);
  const possible = users.flatMap((companions) => companions.possible);
  return {
    kind: 'usage',
    used: settledTruth(
      any(
        truth(false, at, 'nothing of the input uses it'),
        ...named.map((property) => is(property.present(), (written) => written, 'what it is attached to')),
        ...certain.map(({ id }) => truth(true, { id, path: [] }, 'uses it')),
        ...possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `may use it: ${why}`)),
      ),
      at,
    ),
    related: certain,
    ...about,
  };
}
