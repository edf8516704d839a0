import type { BinaryOperation, BinaryOperator, Conditional, Expression } from '../syntax';
import type { Cursor } from './cursor';
import { readTerm } from './term';
import { withSteps } from './steps';

/** `<<` begins a heredoc. */
const operatorPattern = /\|\||&&|[=!<>]=|>|<(?!<(?!<))|[-+*/%]/y;

/** Higher levels bind tighter. */
const levels: ReadonlyMap<string, readonly [operator: BinaryOperator, level: number]> = new Map(
  (
    [
      ['||', 1],
      ['&&', 2],
      ['==', 3],
      ['!=', 3],
      ['>', 4],
      ['>=', 4],
      ['<', 4],
      ['<=', 4],
      ['+', 5],
      ['-', 5],
      ['*', 6],
      ['/', 6],
      ['%', 6],
    ] as const
  ).map((entry) => [entry[0], entry]),
);

/** `Expression` of the grammar: a conditional, operations, or a term. */
export function readExpression(cursor: Cursor, multiline: boolean): Expression {
  return cursor.nested(() => {
    const first = readOperations(cursor, multiline, 0);
    cursor.skip(multiline);
    return cursor.take('?') ? readAlternatives(cursor, multiline, first) : first;
  });
}

/** A term with its steps: what an operator applies to. */
export function readOperand(cursor: Cursor, multiline: boolean): Expression {
  return withSteps(cursor, readTerm(cursor, multiline), multiline);
}

function readAlternatives(cursor: Cursor, multiline: boolean, condition: Expression): Conditional {
  cursor.skip(multiline);
  const whenTrue = readExpression(cursor, multiline);
  cursor.skip(multiline);
  cursor.expect(':', 'Missing the other alternative of the conditional: ":" expected');
  cursor.skip(multiline);
  const whenFalse = readExpression(cursor, multiline);
  return { kind: 'conditional', condition, whenTrue, whenFalse, start: condition.start, end: whenFalse.end };
}

/** Operators of a level above `floor`, from left to right. */
function readOperations(cursor: Cursor, multiline: boolean, floor: number): Expression {
  let left = readOperand(cursor, multiline);
  for (;;) {
    cursor.skip(multiline);
    const next = levels.get(cursor.match(operatorPattern));
    if (!next || next[1] <= floor) return left;
    left = readOperation(cursor, multiline, left, ...next);
  }
}

function readOperation(
  cursor: Cursor,
  multiline: boolean,
  left: Expression,
  operator: BinaryOperator,
  level: number,
): BinaryOperation {
  cursor.take(operator);
  cursor.operators++;
  cursor.skip(multiline);
  const right = readOperations(cursor, multiline, level);
  return { kind: 'binary', operator, left, right, start: left.start, end: right.end };
}
