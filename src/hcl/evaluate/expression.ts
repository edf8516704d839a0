import type { Conditional, Expression, Literal, ObjectConstructor, ScopeVariable, TupleConstructor } from '../syntax';
import { evaluateCall } from './call';
import { choiceValue } from './choice';
import { knownText, toBoolean } from './convert';
import { Failure, LimitReached, refuse, withinItems } from './failure';
import { evaluateFor } from './for';
import { whyOpen } from './inspect';
import { evaluateBinary, evaluateUnary } from './operators';
import { placeIn, type Scope } from './session';
import { evaluateTemplate } from './template';
import { evaluateTraversal, resolveName } from './traversal';
import {
  booleanValue,
  listValue,
  nullValue,
  numberValue,
  objectValue,
  seenFrom,
  stringValue,
  unknownValue,
  type Value,
} from './value';

/**
 * What an expression is worth.
 *
 * @throws Failure where Terraform would refuse the expression
 * @throws LimitReached where it asks for too much
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  scope.session.enter();
  try {
    return evaluateKind(expression, scope);
  } finally {
    scope.session.leave();
  }
}

/** The same, for what is no part of another expression: what fails or asks for too much is unknown, and is noted. */
export function attempt(expression: Expression, scope: Scope): Value {
  const place = placeIn(scope, expression);
  return guarded(scope, place, () => seenFrom(evaluate(expression, scope), place));
}

export function guarded(scope: Pick<Scope, 'session'>, place: ReturnType<typeof placeIn>, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Failure || error instanceof LimitReached)) throw error;
    scope.session.note(`not evaluated: ${error.message}`, place);
    return unknownValue(`not evaluated: ${error.message}`, { at: [place] });
  }
}

function evaluateKind(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return literal(expression, scope);
    case 'template':
      return evaluateTemplate(expression, scope);
    case 'template-wrap':
    case 'parentheses':
      return evaluate(expression.expression, scope);
    case 'variable':
      return name(expression, scope);
    case 'traversal':
      return evaluateTraversal(expression, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'conditional':
      return conditional(expression, scope);
    case 'unary':
      return evaluateUnary(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'tuple':
      return tuple(expression, scope);
    case 'object':
      return object(expression, scope);
    case 'tuple-for':
    case 'object-for':
      return evaluateFor(expression, scope);
    case 'invalid':
      return unknownValue('a syntax error', { at: [placeIn(scope, expression)] });
  }
}

function literal(expression: Literal, scope: Scope): Value {
  const { value, raw } = expression;
  const marks = { at: [placeIn(scope, expression)] };
  if (value === null) return nullValue(marks);
  if (typeof value === 'boolean') return booleanValue(value, marks);
  return typeof value === 'number' ? numberValue(value, marks, raw) : stringValue(value, marks);
}

function name(expression: ScopeVariable, scope: Scope): Value {
  return seenFrom(resolveName(expression, [], scope).value, placeIn(scope, expression));
}

/** With a test that is not settled both sides are kept. A side that Terraform would refuse counts as unknown. */
function conditional({ condition, whenTrue, whenFalse, start, end }: Conditional, scope: Scope): Value {
  const tested = evaluate(condition, scope);
  const test = toBoolean(tested);
  if (test.kind === 'boolean') return evaluate(test.value ? whenTrue : whenFalse, scope);
  const why = whyOpen(test) ?? test.why;
  const sides = [whenTrue, whenFalse].map((side) => possible(side, scope));
  return choiceValue(why, sides, {
    at: [placeIn(scope, { start, end })],
    ...(tested.sensitive && { sensitive: true }),
  });
}

function possible(expression: Expression, scope: Scope): Value {
  try {
    return evaluate(expression, scope);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return unknownValue(`not evaluated: ${error.message}`, { at: [placeIn(scope, expression)] });
  }
}

function tuple(expression: TupleConstructor, scope: Scope): Value {
  withinItems(expression.items.length);
  const items = expression.items.map((item) => evaluate(item, scope));
  return listValue(items, { at: [placeIn(scope, expression)] });
}

function object(expression: ObjectConstructor, scope: Scope): Value {
  withinItems(expression.items.length);
  const members = new Map<string, Value>();
  let open: string | undefined;
  for (const { key, value } of expression.items) {
    const computed = key.kind === 'named-key' ? undefined : evaluate(key.expression, scope);
    const named = key.kind === 'named-key' ? key.name : keyText(computed);
    const member = evaluate(value, scope);
    if (named !== undefined) members.set(named, member);
    else open ??= (computed && whyOpen(computed)) ?? 'settled at apply: a key';
  }
  return objectValue(members, { at: [placeIn(scope, expression)] }, open);
}

function keyText(key: Value | undefined): string | undefined {
  if (key === undefined || key.kind === 'null') return refuse('a key is null');
  return knownText(key);
}
