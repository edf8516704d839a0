import { knownText, toList, toNumber, toObject } from '../convert';
import { refuse, withinItems, withinText } from '../failure';
import { isSettled, marksOf, unknownFrom, withinSize } from '../inspect';
import type { Scope } from '../session';
import { listValue, stringValue, type Value } from '../value';

export type Arguments = readonly Value[];

/** A function of the language. No argument is a choice: those are taken apart before. */
export type Implementation = (given: Arguments, scope: Scope) => Value;

/** Functions by name. */
export type Functions = Readonly<Record<string, Implementation>>;

/** A function that needs to know its arguments to the last part; its result carries their marks. */
export const strict =
  (compute: Implementation): Implementation =>
  (given, scope) => {
    given.forEach(withinSize);
    if (!given.every(isSettled)) return unknownFrom(given);
    const value = compute(given, scope);
    return { ...value, ...marksOf(given) };
  };

/** The same for many. */
export const allStrict = (functions: Functions): Functions =>
  Object.fromEntries(Object.entries(functions).map(([name, compute]) => [name, strict(compute)]));

export const argument = (given: Arguments, index: number): Value =>
  given[index] ?? refuse(`argument ${String(index + 1)} is missing`);

/** An argument that may be left out. */
export const optional = <T>(
  given: Arguments,
  index: number,
  read: (given: Arguments, index: number) => T,
): T | undefined => (given[index] === undefined ? undefined : read(given, index));

export const textAt = (given: Arguments, index: number): string =>
  knownText(argument(given, index)) ?? refuse('a text is not known');

export function numberAt(given: Arguments, index: number): number {
  const number = toNumber(argument(given, index));
  return number.kind === 'number' ? number.value : refuse('a number is not known');
}

export function wholeAt(given: Arguments, index: number): number {
  const number = numberAt(given, index);
  return Number.isSafeInteger(number) ? number : refuse('a whole number is required');
}

export function itemsAt(given: Arguments, index: number): readonly Value[] {
  const list = toList(argument(given, index));
  return list.kind === 'list' ? list.items : refuse('a list is not known');
}

export function membersAt(given: Arguments, index: number): ReadonlyMap<string, Value> {
  const object = toObject(argument(given, index));
  return object.kind === 'object' ? object.members : refuse('a map is not known');
}

export const textsAt = (given: Arguments, index: number): readonly string[] =>
  itemsAt(given, index).map((item) => knownText(item) ?? refuse('a text is not known'));

export function text(value: string): Value {
  withinText(value.length);
  return stringValue(value);
}

export function list(items: readonly Value[]): Value {
  withinItems(items.length);
  return listValue(items);
}
