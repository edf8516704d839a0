import { toNumber } from './convert';
import { headerOf } from './blocks';
import { argumentOf, type Declaration, type Layer } from './declarations';
import { elementsOf } from './elements';
import { attempt } from './expression';
import { choiceValue } from './choice';
import { Failure, LimitReached, limits } from './failure';
import { unknownFrom, whyOpen } from './inspect';
import type { InstanceKey } from './module';
import { withVariables, type Scope } from './session';
import { numberValue, objectValue, stringValue, unknownValue, type Value } from './value';

/** One instance of a resource or module: its key, and what `count` or `each` is in it. */
export interface Repeat {
  readonly key: InstanceKey | undefined;
  readonly scope: Scope;
  readonly uncertain: string | undefined;
}

export interface Repetition {
  readonly kind: 'single' | 'count' | 'each';
  readonly repeats: readonly Repeat[];
  /** Why there may be others than these; the last one, without a key, then stands for them. */
  readonly open: string | undefined;
  /** Why some of these may not be there. */
  readonly uncertain: string | undefined;
}

/** A repetition that asks for too much is as good as unknown. */
export function repetitionOf({ layers, block, file }: Declaration, scope: Scope): Repetition {
  try {
    return repetitionFrom(layers, scope);
  } catch (error) {
    if (!(error instanceof Failure || error instanceof LimitReached)) throw error;
    scope.session.note(`not evaluated: ${error.message}`, headerOf(block, file));
    const rest = unknownValue(`not evaluated: ${error.message}`);
    return closed('each', [], rest.why, withEach(scope, rest, rest));
  }
}

function repetitionFrom(layers: readonly Layer[], scope: Scope): Repetition {
  const count = argumentOf(layers, 'count');
  const forEach = argumentOf(layers, 'for_each');
  if (count) return counted(attempt(count.expression, { ...scope, file: count.file }), scope);
  if (forEach) return overEach(attempt(forEach.expression, { ...scope, file: forEach.file }), scope);
  const single = { key: undefined, scope, uncertain: undefined };
  return { kind: 'single', repeats: [single], open: undefined, uncertain: undefined };
}

function counted(count: Value, scope: Scope): Repetition {
  const branches = count.kind === 'choice' ? count.branches : [count];
  const numbers = branches.map((branch) => (branch.kind === 'null' ? undefined : whole(branch)));
  const known = numbers.filter((number) => number !== undefined);
  const why = whyOpen(count) ?? (known.length === 0 ? 'the count is no number' : 'it has too many instances');
  const [most, least] = [Math.max(0, ...known), Math.min(...known)];
  const isOpen = known.length < numbers.length || most > limits.instances;
  const repeats = Array.from({ length: isOpen && most > limits.instances ? 0 : most }, (_, index) => ({
    key: index,
    scope: withVariables(scope, [['count', countOf(numberValue(index))]]),
    uncertain: isOpen || index >= least ? why : undefined,
  }));
  return closed('count', repeats, isOpen ? why : undefined, withVariables(scope, [['count', countOf(unknownValue(why))]]));
} // prettier-ignore

const countOf = (index: Value): Value => objectValue([['index', index]]);

function whole(value: Value): number | undefined {
  if (value.kind !== 'number' && value.kind !== 'string') return undefined;
  const number = value.kind === 'number' ? value : /^\d{1,6}$/u.test(value.value) ? toNumber(value) : undefined;
  return number?.kind === 'number' && Number.isInteger(number.value) && number.value >= 0 ? number.value : undefined;
}

function overEach(collection: Value, scope: Scope): Repetition {
  const branches = collection.kind === 'choice' ? collection.branches : [collection];
  const found = new Map<string, Value[]>();
  let open: string | undefined;
  for (const branch of branches) {
    const over = branch.kind === 'list' || branch.kind === 'object' ? elementsOf(branch) : unknownFrom([branch]);
    if (over.kind === 'unknown') open ??= whyOpen(branch) ?? 'for_each is no map and no set';
    else open ??= over.open;
    for (const { key, value } of over.kind === 'elements' ? over.elements : []) {
      const text = branch.kind === 'list' ? keyText(value) : keyText(key);
      if (text === undefined) open ??= whyOpen(value) ?? 'a key of for_each is no text';
      else found.set(text, [...(found.get(text) ?? []), value]);
    }
  }
  const why = whyOpen(collection) ?? 'settled at apply';
  const isWhole = ([, values]: readonly [string, readonly Value[]]) => values.length === branches.length;
  const repeats = [...found].slice(0, limits.instances).map((entry) => ({
    key: entry[0],
    scope: withEach(scope, stringValue(entry[0]), choiceValue(why, entry[1])),
    uncertain: isWhole(entry) ? undefined : why,
  }));
  const rest = unknownFrom([collection], open);
  return closed('each', repeats, open ?? (found.size > limits.instances ? 'it has too many instances' : undefined), withEach(scope, rest, rest));
} // prettier-ignore

const keyText = (value: Value): string | undefined =>
  value.kind === 'string' ? value.value : value.kind === 'number' ? String(value.value) : undefined;

const withEach = (scope: Scope, key: Value, value: Value): Scope =>
  withVariables(scope, [
    ['each', objectValue([
      ['key', key],
      ['value', value],
    ])],
  ]); // prettier-ignore

/** Of what may be there besides, one without a key is evidence. */
function closed(kind: Repetition['kind'], known: readonly Repeat[], open: string | undefined, rest: Scope): Repetition {
  const repeats = open === undefined ? known : [...known, { key: undefined, scope: rest, uncertain: open }];
  return { kind, repeats, open, uncertain: repeats.find(({ uncertain }) => uncertain !== undefined)?.uncertain };
}
