import fc from 'fast-check';
import { all, any, every, is, not, some, type Truth } from '../../src/model/truth';
import { known, unknown, type Settled } from '../../src/model/value';

const at = { id: 'r', path: ['p'] };
const open: Truth = { holds: undefined, because: [] };
const truths = fc.constantFrom(true, false, undefined).map((holds): Truth => ({ holds, because: [] }));

type Expression = (leaves: readonly Truth[]) => Truth;
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5 },
    fc.nat(3).map(
      (i): Expression =>
        (leaves) =>
          leaves[i] ?? open,
    ),
    fc.tuple(tie('expression'), tie('expression')).map(
      ([a, b]): Expression =>
        (leaves) =>
          all(a(leaves), b(leaves)),
    ),
    fc.tuple(tie('expression'), tie('expression')).map(
      ([a, b]): Expression =>
        (leaves) =>
          any(a(leaves), b(leaves)),
    ),
    tie('expression').map(
      (a): Expression =>
        (leaves) =>
          not(a(leaves)),
    ),
    fc.tuple(tie('expression'), tie('expression')).map(
      ([a, b]): Expression =>
        (leaves) =>
          some(known([a, b], at), (part) => part(leaves), 'list'),
    ),
  ),
}));

test('a verdict once reached survives whatever the unknowns turn out to be', () => {
  fc.assert(
    fc.property(
      expression,
      fc.tuple(truths, truths, truths, truths),
      fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
      (judge, leaves, later) => {
        const before = judge(leaves).holds;
        const after = judge(leaves.map((leaf, i) => ({ ...leaf, holds: leaf.holds ?? later[i] ?? false }))).holds;
        expect([undefined, after]).toContain(before);
      },
    ),
  );
});

test('that a list is empty is said of the list', () => {
  const none = some(known([], at), () => open, 'list');
  expect(none).toEqual({ holds: false, because: [{ at, note: 'list' }] });
  expect(every(known([], at), () => open, 'list')).toEqual({ ...none, holds: true });
});

test('a verdict on an unknown list survives each of the lists it may be', () => {
  const item = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
  const settled = (value: number | undefined): Settled<number> =>
    value === undefined ? unknown('later', at) : known(value, at);
  fc.assert(
    fc.property(fc.array(fc.array(item, { maxLength: 3 }), { minLength: 1, maxLength: 3 }), (lists) => {
      const isTwo = (value: Settled<number>) => is(value, (number) => number === 2, 'two');
      const candidates = lists.map((list) => list.map(settled));
      for (const quantifier of [some, every]) {
        const before = quantifier(unknown('later', at, candidates), isTwo, 'list').holds;
        for (const candidate of candidates)
          expect([undefined, quantifier(known(candidate, at), isTwo, 'list').holds]).toContain(before);
      }
    }),
  );
});

test('witnesses are those of the parts that decide', () => {
  const named = (holds: boolean | undefined, note: string): Truth => ({ holds, because: [{ at, note }] });
  const notes = ({ because }: Truth) => because.map(({ note }) => note);
  expect(notes(all(named(true, 'a'), named(false, 'b'), named(undefined, 'c')))).toEqual(['b']);
  expect(notes(all(named(true, 'a'), named(undefined, 'c')))).toEqual(['c']);
  expect(notes(any(named(false, 'a'), named(undefined, 'b'), named(true, 'c')))).toEqual(['c']);
  expect(notes(any(named(false, 'a'), named(false, 'b')))).toEqual(['a', 'b']);
});

test('an unknown decides where all that it may be agrees, unless it may also be absent', () => {
  const among = unknown('either', at, ['1.2', '1.3']);
  const modern = (version: string) => version >= '1.2';
  expect(is(among, modern, 'version').holds).toBe(true);
  expect(is({ ...among, mayBeAbsent: true }, modern, 'version').holds).toBeUndefined();
  expect(is(unknown('either', at, ['1.0', '1.3']), modern, 'version').holds).toBeUndefined();
});

test('what holds on the word of a default says so, and what the platform does is told as that', () => {
  const because = (value: Settled<boolean>) => is(value, (on) => on, 'switch').because;
  expect(because(known(true, at))).toEqual([{ at, note: 'switch' }]);
  expect(because(known(true, at, 'a default'))).toEqual([{ at, note: 'switch (a default)' }]);
  expect(because({ ...known(true, at, 'on by itself'), unwritten: true })).toEqual([
    { at, note: 'switch (on by itself)', unwritten: 'on by itself' },
  ]);
  expect(because(unknown('later', at))).toEqual([{ at, note: 'switch: later' }]);
});

test('of an unknown list, what its lists agree on is said with the witnesses of each', () => {
  const isTwo = (number: number): Truth => ({ holds: number === 2, because: [{ at, note: String(number) }] });
  const either = (...lists: readonly (readonly number[])[]) => some(unknown('later', at, lists), isTwo, 'list');
  expect(either([1], [3])).toEqual({ holds: false, because: [{ at, note: '1' }, { at, note: '3' }] }); // prettier-ignore
  expect(either([1], [2])).toEqual({ holds: undefined, because: [{ at, note: 'list: later' }] });
  expect(either()).toEqual({ holds: undefined, because: [{ at, note: 'list: later' }] });
  expect(some(known([], at), isTwo, 'list')).toEqual({ holds: false, because: [{ at, note: 'list' }] });
  const perhaps = { ...unknown('later', at, [[2]]), mayBeAbsent: true };
  expect(some(perhaps, isTwo, 'list').holds).toBeUndefined();
});
