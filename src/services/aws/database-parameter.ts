import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { absent, otherwise, unknown, type Value } from '../../model/value';

/** What a parameter group says of one parameter; absent where the platform's default stays. */
export function parameterOf(group: Resource, name: string): Value<string> {
  if (group.vocabulary === 'terraform')
    return listedParameter(property(group, null, 'parameter'), 'name', 'value', name);
  const written = group.properties.get('Parameters');
  return group.type === 'AWS::Redshift::ClusterParameterGroup'
    ? listedParameter(written, 'ParameterName', 'ParameterValue', name)
    : written.get(name).text();
}

/** What a list of names and values says of one name; absent where it says nothing. */
export function listedParameter(written: Property, nameKey: string, valueKey: string, name: string): Value<string> {
  const items = otherwise(written.list(), [], 'no parameter');
  if (items.state === 'unknown') return unknown(items.why, items.at);
  const named = items.value.map((item) => ({ item, text: item.get(nameKey).text() }));
  const found = named.find(({ text }) => text.state === 'known' && text.value.toLowerCase() === name);
  if (found) return found.item.get(valueKey).text();
  const open = named.find(({ text }) => text.state === 'unknown');
  return open ? unknown('a parameter whose name is not settled', open.item.at) : absent(written.at);
}

/** A parameter of the group that a database names, and what is known of that group. */
export interface AttachedParameter {
  readonly value: Value<string>;
  /** The group, where it is in the graph. */
  readonly group?: Resource;
  /** The family of the group (`postgres16`), also where it is the platform's own (`default.postgres16`). */
  readonly family: Value<string>;
}

/**
 * The parameter of the group that a property names. No group, and the platform's own groups, leave every default.
 */
export function attachedParameter(
  named: Property,
  groups: readonly string[],
  graph: ResourceGraph,
  name: string,
): AttachedParameter {
  const link = graph.follow(named, groups);
  const { at } = named;
  switch (link.state) {
    case 'absent':
      return { value: absent(at), family: absent(at) };
    case 'linked':
      return { value: parameterOf(link.resource, name), group: link.resource, family: familyOf(link.resource) };
    case 'outside': {
      const own = /^default[.:](.+)$/.exec(link.value)?.[1];
      if (own === undefined) return { value: unknown('the parameter group is not here', at), family: absent(at) };
      return { value: absent(at), family: { state: 'known', value: own, at } };
    }
    case 'unknown':
      return { value: unknown(link.why, at), family: unknown(link.why, at) };
  }
}

/** The engine and version that a parameter group is for. */
export const familyOf = (group: Resource): Value<string> =>
  property(group, group.type.startsWith('AWS::Redshift') ? 'ParameterGroupFamily' : 'Family', 'family').text();

/** Whether the value of a parameter means on. Engines spell it in several ways. */
export const isOn = (value: string): boolean => /^(1|on|true|yes|enabled)$/i.test(value.trim());

/** Who uses a parameter group: types, and the property that names the group. */
export type GroupUsers = readonly (readonly [types: readonly string[], path: string])[];

/** Whether some resource of the graph uses a parameter group, and so answers for what it says. */
export const isUsed = (group: Resource, users: GroupUsers, graph: ResourceGraph): boolean =>
  users.some(([types, path]) => graph.companions(group, types, path).certain.length > 0);
