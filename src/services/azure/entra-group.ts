import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { known, map, otherwise, type Settled } from '../../model/value';

const groups = ['azuread_group'];

/** Rules that everybody in the tenant meets, or every guest. */
const everybody: readonly RegExp[] = [
  /^\s*\(?\s*user\.objectid\s+-ne\s+null\s*\)?\s*$/i,
  /^\s*\(?\s*user\.accountenabled\s+-eq\s+true\s*\)?\s*$/i,
  /^\s*\(?\s*user\.usertype\s+-eq\s+["']?(guest|member)["']?\s*\)?\s*$/i,
];

/**
 * Whether a principal is a group that everybody is in: one whose members are found by a rule that everybody meets, or
 * every guest. Roles of Azure are given to principals one by one, and to nobody else.
 *
 * @see https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership
 */
export function holdsEverybody(principal: Property, graph: ResourceGraph): Settled<boolean> {
  const link = graph.follow(principal, groups);
  if (link.state !== 'linked') return known(false, principal.at, 'one principal is named');
  const rule = link.resource.properties.get('dynamic_membership', 'rule');
  return map(otherwise(rule.text(), '', 'its members are named'), (text) =>
    everybody.some((pattern) => pattern.test(text)),
  );
}
