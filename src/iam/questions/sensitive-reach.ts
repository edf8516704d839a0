import { actionNamed, type Action } from '../data/actions';
import { sensitiveActions, type Sensitivity } from '../data/sensitive-actions';
import { unscopedActions, type UnscopedAction } from './wildcard-resource';
import type { Identity, Judgement, QuestionOptions } from './subject';

/** Which sensitive actions reach all resources of a type, unconditionally? */
export function sensitiveReach(
  identity: Identity,
  kinds: readonly Sensitivity[] = ['data', 'credentials'],
  options: QuestionOptions = {},
): Judgement<{ readonly actions: readonly UnscopedAction[]; readonly more: boolean }> {
  const wanted = new Set(kinds.flatMap(sensitiveActions).map((name) => actionNamed(name)?.name));
  return unscopedActions(identity, { ...options, about: ({ name }: Action) => wanted.has(name), atMost: wanted.size });
}
