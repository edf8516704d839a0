import type { Opening } from './open-module';
import { unknownValue, type Value } from './value';

/** What is not declared is a mistake that no `try` reacts to; in a file with errors it may be declared all the same. */
export function undeclared(what: string, { declarations, session }: Pick<Opening, 'declarations' | 'session'>): Value {
  if (declarations.damaged === undefined) session.note(`not declared: ${what}`);
  return unknownValue(declarations.damaged ?? `not declared: ${what}`);
}
