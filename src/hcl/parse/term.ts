import type { Expression, FunctionCall, Literal, Parentheses, UnaryOperation, UnaryOperator } from '../syntax';
import { readBraces, readBrackets } from './collections';
import type { Cursor } from './cursor';
import { readExpression, readOperand } from './expression';
import { readHeredoc } from './heredoc';
import { readQuoted } from './quoted';

const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** `ExprTerm` of the grammar without the steps behind it. */
export function readTerm(cursor: Cursor, multiline: boolean): Expression {
  const next = cursor.peek();
  if (next === '"') return readQuoted(cursor);
  if (next === '(') return readParentheses(cursor);
  if (next === '[') return readBrackets(cursor);
  if (next === '{') return readBraces(cursor);
  if (next === '-' || next === '!') return readUnary(cursor, multiline, next);
  if (next >= '0' && next <= '9') return readNumber(cursor);
  if (cursor.at('<<')) return readHeredoc(cursor);
  return readName(cursor, multiline);
}

function readParentheses(cursor: Cursor): Parentheses {
  const start = cursor.position;
  cursor.take('(');
  cursor.skip(true);
  const expression = readExpression(cursor, true);
  cursor.skip(true);
  cursor.expect(')', 'Missing ")"');
  return { kind: 'parentheses', expression, start, end: cursor.position };
}

function readUnary(cursor: Cursor, multiline: boolean, operator: UnaryOperator): UnaryOperation {
  const start = cursor.position;
  cursor.take(operator);
  cursor.skip(multiline);
  const operand = cursor.nested(() => readOperand(cursor, multiline));
  return { kind: 'unary', operator, operand, start, end: operand.end };
}

function readNumber(cursor: Cursor): Literal {
  const start = cursor.position;
  const raw = cursor.takeMatch(number);
  if (cursor.at('.') && /\d/.test(cursor.peek(1))) cursor.fail('Invalid number', start, cursor.position + 2);
  return { kind: 'literal', value: Number(raw), raw, start, end: cursor.position };
}

/** A word is a literal, a variable, or the name of a function. */
function readName(cursor: Cursor, multiline: boolean): Expression {
  const start = cursor.position;
  if (cursor.identifierEnd() === start) cursor.fail(unexpected(cursor));
  const name = cursor.takeIdentifier('Name expected');
  const end = cursor.position;
  cursor.skip(multiline);
  if (cursor.at('::') || cursor.at('(')) return readCall(cursor, multiline, name, start);
  const value = words.get(name);
  return value === undefined
    ? { kind: 'variable', name, start, end }
    : { kind: 'literal', value, raw: name, start, end };
}

function unexpected(cursor: Cursor): string {
  const code = cursor.text.codePointAt(cursor.position);
  if (code === undefined || cursor.atNewline()) return 'Invalid expression: a value is missing';
  return `Invalid expression: unexpected ${JSON.stringify(String.fromCodePoint(code))}`;
}

function readCall(cursor: Cursor, multiline: boolean, firstName: string, start: number): FunctionCall {
  let name = firstName;
  let end = start + name.length;
  while (cursor.take('::')) {
    cursor.skip(multiline);
    name += `::${cursor.takeIdentifier('Function name expected after "::"')}`;
    end = cursor.position;
    cursor.skip(multiline);
  }
  cursor.expect('(', 'Missing "(": only functions have names with "::"');
  const { values, expandFinal } = readArguments(cursor, start, end);
  return { kind: 'call', name, nameSpan: { start, end }, arguments: values, expandFinal, start, end: cursor.position };
}

function readArguments(
  cursor: Cursor,
  start: number,
  end: number,
): { readonly values: readonly Expression[]; readonly expandFinal: boolean } {
  const values: Expression[] = [];
  for (;;) {
    cursor.skip(true);
    if (cursor.take(')')) return { values, expandFinal: false };
    if (cursor.atEnd) cursor.fail('Unterminated function call: ")" expected', start, end);
    values.push(readExpression(cursor, true));
    cursor.skip(true);
    if (cursor.take('...')) {
      cursor.skip(true);
      cursor.expect(')', 'Missing ")": nothing may follow the argument with "..."');
      return { values, expandFinal: true };
    }
    if (!cursor.at(')')) cursor.expect(',', 'Missing "," between the arguments of a function');
  }
}
