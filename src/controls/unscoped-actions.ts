import type { UnscopedAction } from '../iam';
import type { Fault } from './permissions';

const shown = 3;

/** One fault for each statement, naming a few of its actions. */
export function byStatement(actions: readonly UnscopedAction[]): readonly Fault[] {
  const groups = new Map<string, UnscopedAction[]>();
  for (const action of actions) {
    const key = JSON.stringify(action.statement);
    groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  return [...groups.values()].map((group) => {
    const names = group.slice(0, shown).map(({ action }) => action);
    const rest = group.length > shown ? ` and ${group.length - shown} more` : '';
    const types = new Set(group.map(({ resourceType }) => resourceType));
    const [type] = types;
    const every = types.size === 1 && type !== undefined ? type : 'resource of its type';
    return {
      statement: group[0]?.statement,
      note: (label) => `${label} allows ${names.join(', ')}${rest} on every ${every}`,
    };
  });
}
