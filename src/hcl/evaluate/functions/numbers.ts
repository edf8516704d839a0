import { charactersOf } from '../characters';
import { toNumber } from '../convert';
import { refuse, withinItems } from '../failure';
import { numberValue, type NumberValue, type Value } from '../value';
import { allStrict, itemsAt, list, numberAt, textAt, wholeAt, type Arguments, type Functions } from './definition';

const change = (compute: (number: number) => number) => (given: Arguments) => result(compute(numberAt(given, 0)));

export const numberFunctions: Functions = allStrict({
  abs: change(Math.abs),
  ceil: change(Math.ceil),
  floor: change(Math.floor),
  log: (given) => result(Math.log(numberAt(given, 0)) / Math.log(numberAt(given, 1))),
  max: (given) => extreme(given, (one, best) => one > best),
  min: (given) => extreme(given, (one, best) => one < best),
  parseint: (given) => parseWhole(textAt(given, 0), wholeAt(given, 1)),
  pow: (given) => result(numberAt(given, 0) ** numberAt(given, 1)),
  range: (given) => range(given.map((_, index) => numberAt(given, index))),
  signum: change(Math.sign),
  sum: (given) => sum(itemsAt(given, 0)),
});

const result = (value: number): Value =>
  Number.isFinite(value) ? numberValue(value) : refuse('the result is no number');

function known(value: Value): NumberValue {
  const number = toNumber(value);
  return number.kind === 'number' ? number : refuse('a number is not known');
}

function extreme(given: Arguments, isBetter: (one: number, best: number) => boolean): Value {
  const [first, ...others] = given.map(known);
  if (!first) return refuse('at least one number is required');
  return others.reduce((best, one) => (isBetter(one.value, best.value) ? one : best), first);
}

function sum(items: readonly Value[]): Value {
  if (items.length === 0) return refuse('a sum of nothing');
  return result(items.reduce((total, item) => total + known(item).value, 0));
}

/** Exact for any length: ids go through it. */
function parseWhole(text: string, base: number): Value {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base);
  const bare = text.replace(/^[+-]/u, '').toLowerCase();
  if (base < 2 || base > 36 || bare === '' || charactersOf(bare).some((digit) => !digits.includes(digit)))
    return refuse(`the text is no whole number of base ${String(base)}`);
  const total = charactersOf(bare).reduce((sofar, digit) => sofar * BigInt(base) + BigInt(digits.indexOf(digit)), 0n);
  const signed = text.startsWith('-') ? -total : total;
  return numberValue(Number(signed), {}, signed.toString());
}

function range([first = refuse('range has no arguments'), second, third]: readonly number[]): Value {
  const [start, limit] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (limit < start ? -1 : 1);
  if (step === 0 || Math.sign(limit - start) * step < 0)
    return refuse('a range with a step that leads away from its end');
  const count = Math.ceil((limit - start) / step);
  withinItems(count);
  return list(Array.from({ length: count }, (_, index) => numberValue(start + index * step)));
}
