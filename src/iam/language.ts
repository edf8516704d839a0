import { globOf, matches, mayOverlap, star, step, type Glob, type State } from './automata';
import { spend, type Budget } from './budget';
import { codePoints } from './letters';

/** A union of globs by how a word is looked up in it: listed words at once, the others glob by glob. */
interface Union {
  readonly words: ReadonlySet<string>;
  readonly wide: readonly Glob[];
  readonly isEverything: boolean;
}

const remembered = new WeakMap<readonly Glob[], Union>();

function unionOf(globs: readonly Glob[]): Union {
  const known = remembered.get(globs);
  if (known) return known;
  const union = {
    words: new Set(globs.flatMap(({ word }) => word ?? [])),
    wide: globs.filter(({ word }) => word === undefined),
    isEverything: globs.some(isEverything),
  };
  remembered.set(globs, union);
  return union;
}

const has = ({ words, wide }: Union, word: string): boolean =>
  words.has(word) || wide.some((glob) => matches(glob, word));

/** Whether some glob matches a word. */
export const contains = (globs: readonly Glob[], word: string): boolean => has(unionOf(globs), word);

/**
 * Finds a word that is in every union of globs and in none of the excluded ones.
 * `undefined` when there is none; throws `TooComplex` past the budget.
 */
export function findWord(
  unions: readonly (readonly Glob[])[],
  excluded: readonly (readonly Glob[])[],
  budget: Budget,
): string | undefined {
  const needed = unions.map(unionOf).filter((union) => !union.isEverything);
  const without = excluded.map(unionOf);
  if (without.some((union) => union.isEverything)) return undefined;
  const listed = listedWord(needed, without);
  if (listed !== undefined || needed.some(({ wide }) => wide.length === 0)) return listed;
  const ordered = needed.map(({ wide }) => wide).sort((a, b) => a.length - b.length);
  return choose(ordered, 0, [], [...new Set(excluded.flat())], budget);
}

/**
 * A word that some union lists. Unions of names are long, and two of them meet in a word they both list: no pair of
 * their globs need be looked at.
 */
function listedWord(needed: readonly Union[], excluded: readonly Union[]): string | undefined {
  const ordered = [...needed].sort((a, b) => a.words.size - b.words.size);
  const closed = ordered.find(({ wide }) => wide.length === 0);
  for (const source of closed ? [closed] : ordered)
    for (const word of source.words)
      if (ordered.every((union) => union === source || has(union, word)) && !excluded.some((union) => has(union, word)))
        return word;
  return undefined;
}

export const everything = globOf([star]);
const isEverything = (glob: Glob): boolean => glob.start.universal;

/** Tries one glob of each union after another; those that cannot meet are never combined. */
function choose(
  unions: readonly (readonly Glob[])[],
  at: number,
  chosen: readonly Glob[],
  excluded: readonly Glob[],
  budget: Budget,
): string | undefined {
  const union = unions[at];
  if (!union) return wordOf(chosen, excluded, budget);
  for (const glob of union) {
    if (!chosen.every((other) => overlap(glob, other, budget))) continue;
    if (excluded.some((other) => covered(glob, other, budget))) continue;
    const word = choose(unions, at + 1, chosen.includes(glob) ? chosen : [...chosen, glob], excluded, budget);
    if (word !== undefined) return word;
  }
  return undefined;
}

function wordOf(chosen: readonly Glob[], excluded: readonly Glob[], budget: Budget): string | undefined {
  const close = excluded.filter((other) => chosen.every((glob) => overlap(glob, other, budget)));
  return search(chosen, close, budget);
}

const pairLimit = 200_000;

/** Remembers an answer about a pair of globs. */
function pairwise(decide: (left: Glob, right: Glob, budget: Budget) => boolean) {
  const answers = new Map<number, boolean>();
  return (left: Glob, right: Glob, budget: Budget): boolean => {
    const key = left.id * 0x4000000 + right.id;
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= pairLimit) answers.clear();
    const answer = decide(left, right, budget);
    answers.set(key, answer);
    return answer;
  };
}

const overlapRemembered = pairwise((left, right, budget) => search([left, right], [], budget) !== undefined);
const coveredRemembered = pairwise((left, right, budget) => search([left], [right], budget) === undefined);

/** Whether some word is in both. */
function overlap(left: Glob, right: Glob, budget: Budget): boolean {
  if (left === right) return true;
  if (left.word !== undefined) return matches(right, left.word);
  if (right.word !== undefined) return matches(left, right.word);
  return mayOverlap(left, right) && overlapRemembered(left, right, budget);
}

/** Whether every word of the first is in the second. */
function covered(inner: Glob, outer: Glob, budget: Budget): boolean {
  if (inner === outer || isEverything(outer)) return true;
  if (inner.word !== undefined) return matches(outer, inner.word);
  if (outer.word !== undefined && !inner.foldsCase) return false;
  return mayOverlap(inner, outer) && coveredRemembered(inner, outer, budget);
}

interface Node {
  readonly inside: readonly (readonly [Glob, State])[];
  readonly outside: readonly (readonly [Glob, State])[];
  readonly letter: number;
  readonly before: Node | undefined;
}

/** The shortest word of an intersection of globs and complements, by breadth-first search of the product. */
function search(inside: readonly Glob[], outside: readonly Glob[], budget: Budget): string | undefined {
  const begin = (glob: Glob) => [glob, glob.start] as const;
  const first = alive({ inside: inside.map(begin), outside: outside.map(begin), letter: 0, before: undefined });
  if (!first) return undefined;
  const seen = new Set([keyOf(first)]);
  let level = [first];
  while (level.length > 0) {
    const next: Node[] = [];
    for (const node of level) {
      if (isGoal(node)) return spell(node);
      for (const letter of alphabet(node)) {
        const after = advance(node, letter);
        if (!after) continue;
        const key = keyOf(after);
        if (seen.has(key)) continue;
        seen.add(key);
        spend(budget, 'states');
        next.push(after);
      }
    }
    level = next;
  }
  return undefined;
}

const isGoal = ({ inside, outside }: Node): boolean =>
  inside.every(([, state]) => state.accepting) && !outside.some(([, state]) => state.accepting);

/** Drops what no longer matters; `undefined` when no word can come of it. */
function alive(node: Node): Node | undefined {
  if (node.inside.some(([, state]) => state.dead) || node.outside.some(([, state]) => state.universal))
    return undefined;
  return {
    ...node,
    inside: node.inside.filter(([, state]) => !state.universal),
    outside: node.outside.filter(([, state]) => !state.dead),
  };
}

function advance(node: Node, letter: number): Node | undefined {
  const follow = ([glob, state]: readonly [Glob, State]) => [glob, step(glob, state, letter)] as const;
  return alive({ inside: node.inside.map(follow), outside: node.outside.map(follow), letter, before: node });
}

const keyOf = ({ inside, outside }: Node): string => {
  let key = '';
  for (const [, state] of inside) key += `${state.id},`;
  key += '!';
  for (const [, state] of outside) key += `${state.id},`;
  return key;
};

const ordinary = [...codePoints('xyzwvutsrqponmlkjihgfedcba0123456789-_XYZWVUTSRQPONMLKJIHGFEDCBA')];

/** Every letter some automaton tells from the others, and one that none does. */
function alphabet({ inside, outside }: Node): Iterable<number> {
  const letters = new Set<number>();
  for (const [, state] of inside) for (const letter of state.letters) letters.add(letter);
  for (const [, state] of outside) for (const letter of state.letters) letters.add(letter);
  const other = ordinary.find((letter) => !letters.has(letter)) ?? unusual(letters);
  letters.add(other);
  return letters;
}

function unusual(letters: ReadonlySet<number>): number {
  let letter = 0x100;
  while (letters.has(letter)) letter++;
  return letter;
}

function spell(node: Node): string {
  const letters: number[] = [];
  for (let at = node; at.before; at = at.before) letters.push(at.letter);
  return letters
    .reverse()
    .map((letter) => String.fromCodePoint(letter))
    .join('');
}
