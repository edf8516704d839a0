import type {
  Expression,
  Literal,
  ObjectConstructor,
  ObjectFor,
  ObjectItem,
  ObjectKey,
  TupleConstructor,
  TupleFor,
} from '../syntax';
import type { Cursor } from './cursor';
import { readExpression } from './expression';
import { readForIntroduction } from './for-introduction';

const wholeNumber = /^\d+$/;

/** `[…]` where a term is expected: a tuple, or a `for` that makes one. */
export function readBrackets(cursor: Cursor): TupleConstructor | TupleFor {
  const start = cursor.position;
  cursor.take('[');
  cursor.skip(true);
  return cursor.takeWord('for') ? readTupleFor(cursor, start) : readTuple(cursor, start);
}

/** `{…}` where a term is expected: an object, or a `for` that makes one. */
export function readBraces(cursor: Cursor): ObjectConstructor | ObjectFor {
  const start = cursor.position;
  cursor.take('{');
  cursor.skip(true);
  return cursor.takeWord('for') ? readObjectFor(cursor, start) : readObject(cursor, start);
}

function readTuple(cursor: Cursor, start: number): TupleConstructor {
  const items: Expression[] = [];
  for (;;) {
    cursor.skip(true);
    if (cursor.take(']')) return { kind: 'tuple', items, start, end: cursor.position };
    if (cursor.atEnd) cursor.fail('Unterminated list: "]" expected', start, start + 1);
    items.push(readExpression(cursor, true));
    cursor.skip(true);
    if (!cursor.at(']')) cursor.expect(',', 'Missing "," between the items of a list');
  }
}

/** Unlike those of a tuple, the items of an object end at a newline, whatever brackets stand around it. */
function readObject(cursor: Cursor, start: number): ObjectConstructor {
  const items: ObjectItem[] = [];
  for (;;) {
    cursor.skip(true);
    if (cursor.take('}')) return { kind: 'object', items, start, end: cursor.position };
    if (cursor.atEnd) cursor.fail('Unterminated object: "}" expected', start, start + 1);
    items.push(readItem(cursor));
    cursor.skip(false);
    if (!cursor.at('}') && !cursor.take(',') && !cursor.takeNewline()) {
      cursor.fail('Missing newline or "," between the items of an object');
    }
  }
}

function readItem(cursor: Cursor): ObjectItem {
  const key = keyOf(readExpression(cursor, false));
  cursor.skip(false);
  if (cursor.at('==') || (!cursor.take('=') && !cursor.take(':'))) {
    cursor.fail('Missing "=" between a key and its value');
  }
  cursor.skip(false);
  const value = readExpression(cursor, false);
  return { key, value, start: key.start, end: value.end };
}

/** A bare word means itself as a key, also `null` and `true`. */
function keyOf(expression: Expression): ObjectKey {
  const { start, end } = expression;
  if (expression.kind === 'variable') return { kind: 'named-key', name: expression.name, quoted: false, start, end };
  if (expression.kind !== 'literal') return { kind: 'computed-key', expression, start, end };
  const quoted = typeof expression.value === 'string';
  return { kind: 'named-key', name: literalName(expression), quoted, start, end };
}

/** A whole number is exact as it was written, and a double is not always: an account's id, say, or longer. */
function literalName({ value, raw }: Literal): string {
  return typeof value === 'number' && wholeNumber.test(raw) ? raw.replace(/^0+(?=\d)/, '') : String(value);
}

function readTupleFor(cursor: Cursor, start: number): TupleFor {
  const introduction = readForIntroduction(cursor);
  const result = readResult(cursor);
  if (cursor.at('=>')) cursor.fail('A list has no keys: "=>" belongs into a "for" in braces');
  const condition = readCondition(cursor);
  cursor.expect(']', 'Missing "]" behind the "for" expression');
  return { kind: 'tuple-for', ...introduction, result, condition, start, end: cursor.position };
}

function readObjectFor(cursor: Cursor, start: number): ObjectFor {
  const introduction = readForIntroduction(cursor);
  const resultKey = readResult(cursor);
  cursor.expect('=>', 'Missing "=>" and a value: a "for" in braces makes an object');
  cursor.skip(true);
  const result = readResult(cursor);
  const grouped = cursor.take('...');
  cursor.skip(true);
  const condition = readCondition(cursor);
  cursor.expect('}', 'Missing "}" behind the "for" expression');
  return { kind: 'object-for', ...introduction, resultKey, result, grouped, condition, start, end: cursor.position };
}

function readResult(cursor: Cursor): Expression {
  const expression = readExpression(cursor, true);
  cursor.skip(true);
  return expression;
}

function readCondition(cursor: Cursor): Expression | undefined {
  if (!cursor.takeWord('if')) return undefined;
  cursor.skip(true);
  return readResult(cursor);
}
