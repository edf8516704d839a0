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
  const { names, services } = wanted(kinds);
  const about = ({ name }: Action) => names.has(name.toLowerCase());
  return unscopedActions(identity, { about, services, atMost: names.size, ...options });
}

interface Wanted {
  readonly names: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

const remembered = new Map<string, Wanted>();

/** The names of sensitive actions and the prefixes of their services, in small letters. */
function wanted(kinds: readonly Sensitivity[]): Wanted {
  const key = kinds.join();
  const known = remembered.get(key);
  if (known) return known;
  const names = new Set(kinds.flatMap(sensitiveActions).map((name) => name.toLowerCase()));
  const services = new Set([...names].map((name) => name.slice(0, name.indexOf(':'))));
  remembered.set(key, { names, services });
  return { names, services };
}
