import { isSymbol } from './letters';

/**
 * Globs as automata. A glob's automaton is its list of tokens; a state is the set of positions a word may have reached.
 * Once a `*` is reached, earlier positions can add nothing, so sets stay small and the automaton near linear.
 */

/** Tokens: a code point, or one of these. The limited ones never match `:`. */
export const star = -1;
export const limitedStar = -2;
export const one = -3;
export const limitedOne = -4;

const colon = 58;

export interface Glob {
  readonly id: number;
  readonly tokens: readonly number[];
  /** Whether letters are compared without regard to case. */
  readonly foldsCase: boolean;
  /** The only word it matches, if it has no wildcard. */
  readonly word: string | undefined;
  readonly start: State;
  readonly states: Map<string, State>;
  /** The literal text it begins with. */
  readonly prefix: string;
}

export interface State {
  readonly id: number;
  readonly positions: readonly number[];
  readonly accepting: boolean;
  /** Every continuation is accepted. */
  readonly universal: boolean;
  /** Nothing is accepted any more. */
  readonly dead: boolean;
  /** Letters this state tells from others. */
  readonly letters: readonly number[];
  readonly next: Map<number, State>;
}

const internLimit = 5_000;
const interned = new Map<string, Glob>();
let globCount = 0;
let stateCount = 0;

/** The glob with these tokens. The same tokens give the same glob, as long as it is remembered. */
export function globOf(tokens: readonly number[], foldsCase = false): Glob {
  const key = `${foldsCase ? 'i' : 's'}${tokens.join()}`;
  const known = interned.get(key);
  if (known) return known;
  if (interned.size >= internLimit) interned.clear();
  const glob = build(collapse(tokens), foldsCase);
  interned.set(key, glob);
  return glob;
}

const isStar = (token: number | undefined): boolean => token === star || token === limitedStar;

/** `**` is `*`. */
const collapse = (tokens: readonly number[]): readonly number[] =>
  tokens.filter((token, index) => !isStar(token) || token !== tokens[index - 1]);

function build(tokens: readonly number[], foldsCase: boolean): Glob {
  const wildcard = tokens.findIndex((token) => token < 0);
  const letters = wildcard < 0 ? tokens : tokens.slice(0, wildcard);
  const prefix = textOf(letters);
  const states = new Map<string, State>();
  const shape = {
    id: globCount++,
    tokens,
    foldsCase,
    states,
    prefix,
    word: wildcard < 0 && !foldsCase ? prefix : undefined,
  };
  return { start: stateOf(shape, [0]), ...shape };
}

function textOf(points: readonly number[]): string {
  let text = '';
  for (const point of points) text += String.fromCodePoint(point);
  return text;
}

type Shape = Pick<Glob, 'tokens' | 'foldsCase' | 'states'>;

function stateOf(glob: Shape, reached: readonly number[]): State {
  const positions = closure(glob.tokens, reached);
  const key = positions.join();
  const known = glob.states.get(key);
  if (known) return known;
  const { tokens } = glob;
  const state: State = {
    id: stateCount++,
    positions,
    accepting: positions.includes(tokens.length),
    universal: positions.some((position) => position === tokens.length - 1 && tokens[position] === star),
    dead: positions.length === 0,
    letters: lettersAt(glob, positions),
    next: new Map(),
  };
  glob.states.set(key, state);
  return state;
}

/** Steps over stars, and drops what the latest reached unlimited star makes superfluous. */
function closure(tokens: readonly number[], reached: readonly number[]): readonly number[] {
  const all = new Set<number>();
  let latest = -1;
  for (let position of reached) {
    for (; !all.has(position); position++) {
      all.add(position);
      if (!isStar(tokens[position])) break;
      if (tokens[position] === star && position > latest) latest = position;
    }
  }
  return [...all].filter((position) => position >= latest).sort((a, b) => a - b);
}

function lettersAt({ tokens, foldsCase }: Shape, positions: readonly number[]): readonly number[] {
  const letters = new Set<number>();
  for (const position of positions) {
    const token = tokens[position];
    if (token === undefined || token === star || token === one) continue;
    if (token < 0) letters.add(colon);
    else for (const letter of foldsCase ? bothCases(token) : [token]) letters.add(letter);
  }
  return [...letters];
}

/** A letter in small and in capitals, where those are single letters. */
const bothCases = (point: number): readonly number[] => {
  const letter = String.fromCodePoint(point);
  return [point, sole(letter.toLowerCase()) ?? point, sole(letter.toUpperCase()) ?? point];
};

const fold = (point: number): number => sole(String.fromCodePoint(point).toLowerCase()) ?? point;

function sole(text: string): number | undefined {
  const point = text.codePointAt(0);
  return point !== undefined && String.fromCodePoint(point) === text ? point : undefined;
}

/** The state after one more letter. */
export function step(glob: Glob, state: State, letter: number): State {
  const known = state.next.get(letter);
  if (known) return known;
  const reached: number[] = [];
  for (const position of state.positions) {
    const token = glob.tokens[position];
    if (token === undefined) continue;
    if (token === star || (token === limitedStar && letter !== colon)) reached.push(position);
    else if (matchesLetter(token, letter, glob.foldsCase)) reached.push(position + 1);
  }
  const next = stateOf(glob, reached);
  state.next.set(letter, next);
  return next;
}

/** A symbol is a text of unknown length, so `?` does not match it. */
function matchesLetter(token: number, letter: number, foldsCase: boolean): boolean {
  if (token === one) return !isSymbol(letter);
  if (token === limitedOne) return letter !== colon && !isSymbol(letter);
  return token === letter || (foldsCase && token >= 0 && fold(token) === fold(letter));
}

/** Whether a glob matches a word. */
export function matches(glob: Glob, word: string): boolean {
  if (glob.word !== undefined) return glob.word === word;
  if (!glob.foldsCase && !word.startsWith(glob.prefix)) return false;
  let state = glob.start;
  for (const letter of word) {
    state = step(glob, state, letter.codePointAt(0) ?? 0);
    if (state.dead) return false;
    if (state.universal) return true;
  }
  return state.accepting;
}

/** Whether the literal beginnings of two globs leave room for a word in both. */
export function mayOverlap(left: Glob, right: Glob): boolean {
  if (left.foldsCase || right.foldsCase) return true;
  return left.prefix.startsWith(right.prefix) || right.prefix.startsWith(left.prefix);
}
