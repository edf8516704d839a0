import type { BinaryOperation, UnaryOperation } from '../syntax';
import { forEachBranch } from './choice';
import { toBoolean, toNumber } from './convert';
import { refuse } from './failure';
import { isSettled, marksOf, sameValue, unknownFrom } from './inspect';
import { evaluate } from './expression';
import { placeIn, type Scope } from './session';
import { booleanValue, numberValue, type NumberValue, type Value } from './value';

export function evaluateUnary(expression: UnaryOperation, scope: Scope): Value {
  const operand = evaluate(expression.operand, scope);
  const marks = { at: [placeIn(scope, expression)], ...marksOf([operand]) };
  return forEachBranch([operand], scope.session.tolerant, ([value]) => {
    if (expression.operator === '!') {
      const flag = toBoolean(value);
      return flag.kind === 'unknown' ? flag : booleanValue(!flag.value, marks);
    }
    const number = toNumber(value);
    return number.kind === 'unknown' ? number : numberValue(-number.value, marks, number.text && negated(number.text));
  });
}

const negated = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`);

/** A chain of `a + b + c + …` leans to the left: it is walked, lest a long one exhaust the stack. */
export function evaluateBinary(expression: BinaryOperation, scope: Scope): Value {
  const chain: BinaryOperation[] = [];
  let leftmost: BinaryOperation['left'] = expression;
  while (leftmost.kind === 'binary') {
    chain.push(leftmost);
    leftmost = leftmost.left;
  }
  return chain.reduceRight((left, operation) => operate(operation, left, scope), evaluate(leftmost, scope));
}

function operate(operation: BinaryOperation, left: Value, scope: Scope): Value {
  const { operator, right } = operation;
  const at = [placeIn(scope, operation)];
  if (operator === '&&' || operator === '||') return logical(operator === '||', left, right, { ...scope, at });
  const operands = [left, evaluate(right, scope)] as const;
  return forEachBranch(operands, scope.session.tolerant, (values) => {
    const [one, other] = values;
    const result = operator === '==' || operator === '!=' ? equality(one, other) : arithmetic(operator, one, other);
    if (result === undefined) return { ...unknownFrom(values), at };
    const marks = { at, ...marksOf(values) };
    if (typeof result === 'number') return numberValue(result, marks);
    return booleanValue(operator === '!=' ? !result : result, marks);
  });
}

/** Kleene's: one side may decide although the other is unknown. A side that decides keeps the other from failing. */
function logical(
  deciding: boolean,
  left: Value,
  right: BinaryOperation['right'],
  scope: Scope & { readonly at: Value['at'] },
): Value {
  const { at } = scope;
  const one = toBoolean(left);
  if (one.kind === 'boolean' && one.value === deciding) return { ...one, at };
  const other = toBoolean(evaluate(right, scope));
  if (other.kind === 'boolean' && other.value === deciding) return { ...other, at };
  if (one.kind === 'unknown' || other.kind === 'unknown') return { ...unknownFrom([one, other]), at };
  return booleanValue(!deciding, { at, ...marksOf([one, other]) });
}

/** Undefined where it is not known. */
function equality(one: Value, other: Value): boolean | undefined {
  if (one.kind === 'null' || other.kind === 'null') {
    if (one.kind === other.kind) return true;
    return isNeverNull(one.kind === 'null' ? other : one) ? false : undefined;
  }
  if (sameValue(one, other)) return true;
  return isSettled(one) && isSettled(other) ? false : undefined;
}

const isNeverNull = (value: Value): boolean => value.kind !== 'unknown' || value.set === true;

function arithmetic(operator: BinaryOperation['operator'], one: Value, other: Value): number | boolean | undefined {
  const left = toNumber(one);
  const right = toNumber(other);
  if (left.kind === 'unknown' || right.kind === 'unknown') return undefined;
  return isExact(left) && isExact(right) ? compute(operator, left.value, right.value) : undefined;
}

/** Beyond 53 bits a double would give a number that is nearly right. */
const isExact = ({ text, value }: NumberValue): boolean => text === undefined && Number.isFinite(value);

function compute(operator: BinaryOperation['operator'], left: number, right: number): number | boolean {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? refuse('a division by zero') : left / right;
    case '%':
      return right === 0 ? refuse('a division by zero') : left % right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return refuse(`an operator that is not known: ${operator}`);
  }
}
