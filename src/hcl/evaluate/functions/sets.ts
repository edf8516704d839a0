import { byText, keyOf, toList, toSet, uniqueItems } from '../convert';
import { refuse, withinItems } from '../failure';
import { unknownFrom } from '../inspect';
import { listValue, stringValue, type Value } from '../value';
import { allStrict, argument, itemsAt, list, textsAt, type Arguments, type Functions } from './definition';

const setOf = (items: readonly Value[]): Value => toSet(listValue(items));

/** Those of the first list that are in the second, or those that are not. */
function split(items: readonly Value[], others: readonly Value[], wanted: 'in' | 'out'): readonly Value[] {
  const keys = new Set(others.map(keyOf));
  return items.filter((item) => keys.has(keyOf(item)) === (wanted === 'in'));
}

export const setFunctions: Functions = {
  ...allStrict({
    setintersection: (given) => setOf(all(given).reduce((one, other) => split(one, other, 'in'))),
    setproduct: (given) => product(given),
    setsubtract: (given) => setOf(split(itemsAt(given, 0), itemsAt(given, 1), 'out')),
    setsymmetricdifference: (given) => setOf(onlyInOne(all(given))),
    sort: (given) => list([...textsAt(given, 0)].sort(byText).map((one) => stringValue(one))),
  }),
  setunion,
};

const all = (given: Arguments): readonly (readonly Value[])[] =>
  given.length === 0 ? refuse('at least one set is required') : given.map((_, index) => itemsAt(given, index));

/** What one of them has the union has, whatever the others are. */
function setunion(given: Arguments): Value {
  const sets = given.map(toList);
  const known = sets.flatMap((set) => (set.kind === 'list' ? set.items : []));
  const open = sets.find((set) => set.kind === 'unknown' || set.open !== undefined);
  withinItems(known.length);
  if (!open) return setOf(known);
  const why = open.kind === 'unknown' ? open.why : open.open;
  return known.length === 0 ? unknownFrom(given) : toSet(listValue(known, {}, why));
}

const onlyInOne = (sets: readonly (readonly Value[])[]): readonly Value[] =>
  sets.reduce((one, other) => [...split(one, other, 'out'), ...split(other, one, 'out')]);

/** Every combination: a set of them where sets are combined, else a list. */
function product(given: Arguments): Value {
  if (given.length < 2) return refuse('at least two sets are required');
  const sets = given.map((_, index) => argument(given, index));
  const ofSets = sets.some((set) => set.kind === 'list' && set.set);
  let combinations: readonly (readonly Value[])[] = [[]];
  for (const items of all(given)) {
    withinItems(combinations.length * items.length);
    combinations = combinations.flatMap((combination) => items.map((item) => [...combination, item]));
  }
  const tuples = combinations.map((combination) => listValue(combination));
  return ofSets ? { ...listValue(uniqueItems(tuples)), set: true } : listValue(tuples);
}
