import type { Action } from '../data/actions';
import { sensitiveActions, type Sensitivity } from '../data/sensitive-actions';
import { unscopedActions, type UnscopedAction } from './wildcard-resource';
import type { Identity, Judgement, QuestionOptions } from './subject';

/** Which sensitive actions reach all resources of a type, unconditionally? */
export function sensitiveReach(
  identity: Identity,
  kinds: readonly Sensitivity[] = ['data', 'credentials'],
  options: QuestionOptions = {},
): Judgement<{ readonly actions: readonly UnscopedAction[]; readonly more: boolean }> {
  const wanted = namesOf(kinds);
  const about = ({ name }: Action) => wanted.has(name.toLowerCase());
  return unscopedActions(identity, { ...options, about, atMost: wanted.size });
}

const remembered = new Map<string, ReadonlySet<string>>();

/** The names of sensitive actions, in small letters. */
function namesOf(kinds: readonly Sensitivity[]): ReadonlySet<string> {
  const key = kinds.join();
  const known = remembered.get(key);
  if (known) return known;
  const names = new Set(kinds.flatMap(sensitiveActions).map((name) => name.toLowerCase()));
  remembered.set(key, names);
  return names;
}
