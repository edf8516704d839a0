import { globOf, limitedOne, limitedStar, one, star, type Glob } from './automata';
import { codePoints, symbolLetter } from './letters';
import { missingPhrases } from './missing';
import type { Pattern, Piece } from './model';
import type { Reading } from './reading';

/** What `*` and `?` mean where a pattern stands. */
export interface Place {
  /**
   * `crossing`: any text. `segmented`: in an ARN they do not cross `:` in its first five fields. `none`: they are
   * plain letters.
   */
  readonly wildcards: 'crossing' | 'segmented' | 'none';
  /** What an ARN with too few fields means: the rest is free, or nobody knows. */
  readonly short?: 'padded' | 'unclear';
  /** A text that stands alone here is an ARN, so a reference of unknown shape is one too. */
  readonly arns?: boolean;
  readonly foldsCase?: boolean;
  /** What is matched is written in small letters, so the pattern is too. */
  readonly lowers?: boolean;
  /** Text before the pattern that takes no part in its fields. */
  readonly prefix?: string;
}

interface Draft {
  readonly tokens: number[];
  /** Fields before the letter being read; past 5 wildcards cross. */
  field: number;
  crossing: boolean;
}

const arnFields = 6;
const maximumAlternatives = 16;

/** The globs a pattern stands for in this reading: none where it may match nothing, several where texts are listed. */
export function globsOf(pattern: Pattern, place: Place, reading: Reading): readonly Glob[] {
  const [first] = pattern;
  return pattern.length === 1 && first?.kind === 'text' && place.short !== 'unclear'
    ? globsOfText(first.text, place)
    : globsOfPattern(pattern, place, reading);
}

const remembered = new WeakMap<Place, Map<string, readonly Glob[]>>();
const limit = 50_000;

/** The glob of known text, which is the same in every reading. The same names of actions stand in most policies. */
export function globsOfText(text: string, place: Place): readonly Glob[] {
  const known = remembered.get(place) ?? new Map<string, readonly Glob[]>();
  remembered.set(place, known);
  const found = known.get(text) ?? globOfText(text, place);
  if (known.size >= limit) known.clear();
  known.set(text, found);
  return found;
}

function globOfText(text: string, place: Place): readonly Glob[] {
  const draft = begun([{ kind: 'text', text }], place);
  addKnown(draft, text, place);
  pad(draft);
  return [globOf(draft.tokens, place.foldsCase)];
}

function globsOfPattern(pattern: Pattern, place: Place, reading: Reading): readonly Glob[] {
  const free = pattern.find((piece) => piece.kind === 'free');
  if (free) {
    reading.missing.add(free.free);
    if (reading.bound === 'narrowest') return [];
  }
  const variables = pattern.flatMap((piece) => (piece.kind === 'variable' ? [piece.key] : []));
  for (const key of variables) reading.met.add(key);
  if (variables.length > 0 && reading.variables === 'any' && reading.bound === 'narrowest') return [];
  const [first] = pattern;
  if (place.arns && first?.kind === 'reference') {
    reading.missing.add(first.reference);
    return reading.opaqueMatches ? [globOf([...codePoints(place.prefix ?? ''), star])] : [];
  }
  return alternatives(pattern).flatMap((one) => globOfPieces(one, place, reading));
}

/** Replaces holes that can only be one of a few texts by each of them. */
function alternatives(pattern: Pattern): readonly Pattern[] {
  let all: readonly Piece[][] = [[]];
  for (const piece of pattern) {
    const among = piece.kind === 'free' ? piece.among : undefined;
    const options: readonly Piece[] =
      among && all.length * among.length <= maximumAlternatives
        ? among.map((text) => ({ kind: 'text', text }))
        : [piece.kind === 'free' ? { kind: 'free', free: piece.free } : piece];
    all = all.flatMap((before) => options.map((option) => [...before, option]));
  }
  return all;
}

function globOfPieces(pattern: Pattern, place: Place, reading: Reading): readonly Glob[] {
  const draft = begun(pattern, place);
  for (const piece of pattern) if (!add(draft, piece, place, reading)) return [];
  if (isShort(draft) && place.short === 'unclear') return unclear(pattern, place, reading);
  pad(draft);
  return [globOf(draft.tokens, place.foldsCase)];
}

const begun = (pattern: Pattern, { wildcards, prefix = '' }: Place): Draft => ({
  tokens: [...codePoints(prefix)],
  field: 1,
  crossing: wildcards !== 'segmented' || !startsAsArn(pattern),
});

/** An ARN with too few fields. */
const isShort = ({ crossing, field }: Draft): boolean => !crossing && field < arnFields;

function pad(draft: Draft): void {
  for (; isShort(draft); draft.field++) draft.tokens.push(58, draft.field < arnFields - 1 ? limitedStar : star);
}

/** An ARN pattern with too few fields: AWS does not say what it matches. */
function unclear(pattern: Pattern, place: Place, reading: Reading): readonly Glob[] {
  reading.missing.add(missingPhrases.shortArn);
  return reading.bound === 'narrowest' ? [] : globOfPieces(pattern, { ...place, wildcards: 'crossing' }, reading);
}

function startsAsArn([first]: Pattern): boolean {
  return first?.kind === 'text' && first.text.startsWith('arn:');
}

/** Appends the tokens of a piece. False where it cannot be said in letters. */
function add(draft: Draft, piece: Piece, place: Place, reading: Reading): boolean {
  switch (piece.kind) {
    case 'text':
      addKnown(draft, piece.text, place);
      return true;
    case 'literal':
      addText(draft, piece.text, false);
      return true;
    case 'free':
      return addHole(draft);
    case 'variable':
      if (reading.variables === 'any') return addHole(draft);
      return addWord(draft, variableValue(piece.key, reading));
    case 'reference':
      return addWord(draft, symbolLetter(piece.reference));
  }
}

const addKnown = (draft: Draft, text: string, { lowers, wildcards }: Place): void => {
  addText(draft, lowers ? text.replace(/[A-Z]+/g, lowered) : text, wildcards !== 'none');
};

const lowered = (text: string): string => text.toLowerCase();

/** Anything at all; nobody knows how many fields it fills. */
function addHole(draft: Draft): true {
  draft.tokens.push(star);
  draft.crossing = true;
  return true;
}

/** A pattern whose variable has no value matches nothing. */
function variableValue(key: string, { variables }: Reading): string | undefined {
  const given = variables === 'any' ? undefined : variables.get(key);
  return given === undefined ? symbolLetter(variableSymbol(key)) : (given ?? undefined);
}

/** The name of the symbol that stands for a policy variable's value. */
export const variableSymbol = (key: string): string => `\${${key}}`;

function addWord(draft: Draft, word: string | undefined): boolean {
  if (word === undefined) return false;
  for (const letter of word) push(draft, letter.codePointAt(0) ?? 0);
  return true;
}

function addText(draft: Draft, text: string, wildcards: boolean): void {
  for (const point of codePoints(text)) {
    const limited = !draft.crossing && draft.field < arnFields;
    if (wildcards && point === 42) draft.tokens.push(limited ? limitedStar : star);
    else if (wildcards && point === 63) draft.tokens.push(limited ? limitedOne : one);
    else push(draft, point);
  }
}

function push(draft: Draft, point: number): void {
  draft.tokens.push(point);
  if (point === 58) draft.field++;
}
