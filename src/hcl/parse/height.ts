import { childrenOf } from '../children';
import type { Expression } from '../syntax';
import { maximumNesting, type Cursor } from './cursor';

/** No expression is a higher tree than this, so that functions over it may call themselves. */
export const maximumHeight = 500;

/** Nesting costs three levels at most (a conditional on a step from parentheses); the rest of the height are operators. */
const harmlessOperators = maximumHeight - 3 * maximumNesting;

/** Operators in a row make a high tree although nothing is nested: `a + b + c` is `(a + b) + c`. */
export function refuseTooHigh(cursor: Cursor, expression: Expression): void {
  if (cursor.operators > harmlessOperators && isHigher(expression, maximumHeight)) {
    cursor.fail('There are too many operators in a row for this to be read', expression.start, expression.end);
  }
}

/** Level by level, since a function that calls itself is what must not meet such a tree. */
function isHigher(root: Expression, limit: number): boolean {
  let level: readonly Expression[] = [root];
  for (let height = 1; height <= limit; height++) {
    if (level.length === 0) return false;
    level = level.flatMap((expression) => childrenOf(expression));
  }
  return level.length > 0;
}
