import type { ObjectFor, TupleFor } from '../syntax';
import { forEachBranch } from './choice';
import { knownText, toBoolean } from './convert';
import { elementsOf, type Element } from './elements';
import { evaluate } from './expression';
import { refuse, withinItems } from './failure';
import { whyOpen } from './inspect';
import { placeIn, withVariables, type Scope } from './session';
import { listValue, objectValue, type Value } from './value';

/** `for` over a collection. An element that may have to go, or whose key is not known, leaves the result open. */
export function evaluateFor(expression: TupleFor | ObjectFor, scope: Scope): Value {
  const collection = evaluate(expression.collection, scope);
  return forEachBranch([collection], scope.session.tolerant, ([settled]) => overCollection(expression, settled, scope));
} // prettier-ignore

function overCollection(expression: TupleFor | ObjectFor, collection: Value, scope: Scope): Value {
  const at = [placeIn(scope, expression)];
  const over = elementsOf(collection);
  if (over.kind === 'unknown') return { ...over, at };
  withinItems(over.elements.length);
  const marks = { at, ...(collection.sensitive && { sensitive: true as const }) };
  let { open } = over;
  const kept: Scope[] = [];
  for (const element of over.elements) {
    const inner = bind(expression, element, scope);
    const test = expression.condition && toBoolean(evaluate(expression.condition, inner));
    if (test?.kind === 'unknown') open ??= test.why;
    else if (test?.value !== false) kept.push(inner);
  }
  if (expression.kind === 'object-for') return gather(expression, kept, marks, open);
  return listValue(
    kept.map((inner) => evaluate(expression.result, inner)),
    marks,
    open,
  );
}

function bind({ keyName, valueName }: TupleFor | ObjectFor, { key, value }: Element, scope: Scope): Scope {
  const bound: readonly (readonly [string, Value])[] = [[valueName, value]];
  return withVariables(scope, keyName === undefined ? bound : [[keyName, key], ...bound]);
}

function gather(
  { resultKey, result, grouped }: ObjectFor,
  scopes: readonly Scope[],
  marks: Parameters<typeof listValue>[1],
  fromCollection: string | undefined,
): Value {
  let open = fromCollection;
  const groups = new Map<string, Value[]>();
  for (const scope of scopes) {
    const key = evaluate(resultKey, scope);
    if (key.kind === 'null') return refuse('a key is null');
    const text = knownText(key);
    const value = evaluate(result, scope);
    const group = text === undefined ? undefined : groups.get(text);
    if (text === undefined) open ??= whyOpen(key) ?? 'settled at apply: a key';
    else if (!group) groups.set(text, [value]);
    else if (grouped) group.push(value);
    else return refuse(`two elements have the key "${text}"`);
  }
  const members = [...groups].map(([key, values]) => [key, grouped ? listValue(values, {}, open) : values[0]] as const);
  return objectValue(members as readonly (readonly [string, Value])[], marks, open);
}
