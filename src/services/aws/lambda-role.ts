import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { perGraph } from '../../model/per-graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { typesOf } from './iam-grants';
import { roleShared, type RoleUse } from './machine-role';

export const functions = ['AWS::Lambda::Function', 'aws_lambda_function'];

const roleOf = (one: Resource): Property => property(one, 'Role', 'role');

/** States whether other functions of the input act with the same role. */
export function ownRole(noun: string, subject: Resource, graph: ResourceGraph): Fact {
  const others = usesBeside(subject, graph);
  return { kind: 'machine-role', noun, subject, shared: roleShared(roleOf(subject), others, graph) };
}

/** Keys that every function has, and that each has whose role is not known. */
const [anyRole, unknownRole] = ['any', 'unknown'];

/** Of the other functions those that act with the same role, and of those that only may, one. */
function usesBeside(subject: Resource, graph: ResourceGraph): readonly RoleUse[] {
  const another = (key: string): readonly RoleUse[] => {
    const found = usersOf(graph, `${subject.type} ${key}`)?.find((resource) => resource !== subject);
    return found ? [{ resource: found, role: roleOf(found) }] : [];
  };
  const keys = keysOf(roleOf(subject), graph);
  const certain = keys.filter((key) => key !== unknownRole).flatMap(another);
  return [...certain, ...another(keys.includes(unknownRole) ? anyRole : unknownRole)];
}

/** Two functions by their type and what their role is called: those of one role have a key in common. */
const usersOf = perGraph((graph): ReadonlyMap<string, readonly Resource[]> => {
  const index = new Map<string, Resource[]>();
  for (const resource of graph.ofType(...functions)) {
    if (resource.mode !== 'managed') continue;
    for (const key of [anyRole, ...keysOf(roleOf(resource), graph)]) {
      const name = `${resource.type} ${key}`;
      const listed = index.get(name);
      if (!listed) index.set(name, [resource]);
      else if (listed.length < 2) listed.push(resource);
    }
  }
  return index;
});

function keysOf(role: Property, graph: ResourceGraph): readonly string[] {
  const link = graph.follow(role, typesOf('role'));
  const symbol = role.symbol === undefined ? [] : [`symbol ${role.symbol}`];
  if (link.state === 'linked') return [`resource ${link.resource.id}`, ...symbol];
  if (link.state === 'outside') return [`value ${link.value}`, ...symbol];
  return link.state === 'unknown' ? [unknownRole, ...symbol] : symbol;
}
