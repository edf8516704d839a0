import { globOf, limitedOne, limitedStar, one, star, type Glob } from './automata';
import { codePoints, symbolLetter } from './letters';
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
  const free = pattern.find((piece) => piece.kind === 'free');
  if (free) {
    reading.missing.add(free.free);
    if (reading.bound === 'narrowest') return [];
  }
  const variable = pattern.some((piece) => piece.kind === 'variable');
  if (variable && reading.variables === 'any' && reading.bound === 'narrowest') return [];
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
  const arn = place.wildcards === 'segmented' && startsAsArn(pattern);
  const draft: Draft = { tokens: [...codePoints(place.prefix ?? '')], field: 1, crossing: !arn };
  for (const piece of pattern) if (!add(draft, piece, place, reading)) return [];
  if (arn && !draft.crossing && draft.field < arnFields) {
    if (place.short === 'unclear') return unclear(pattern, place, reading);
    for (; draft.field < arnFields; draft.field++)
      draft.tokens.push(58, draft.field < arnFields - 1 ? limitedStar : star);
  }
  return [globOf(draft.tokens, place.foldsCase)];
}

/** An ARN pattern with too few fields: AWS does not say what it matches. */
function unclear(pattern: Pattern, place: Place, reading: Reading): readonly Glob[] {
  reading.missing.add('what an ARN pattern with missing fields matches');
  return reading.bound === 'narrowest' ? [] : globOfPieces(pattern, { ...place, wildcards: 'crossing' }, reading);
}

function startsAsArn([first]: Pattern): boolean {
  return first?.kind === 'text' && first.text.startsWith('arn:');
}

/** Appends the tokens of a piece. False where it cannot be said in letters. */
function add(draft: Draft, piece: Piece, place: Place, reading: Reading): boolean {
  switch (piece.kind) {
    case 'text':
      addText(draft, piece.text, place.wildcards !== 'none');
      return true;
    case 'literal':
      addText(draft, piece.text, false);
      return true;
    case 'free':
      return addHole(draft);
    case 'variable':
      reading.met.add(piece.key);
      if (reading.variables === 'any') return addHole(draft);
      return addWord(draft, variableValue(piece.key, reading));
    case 'reference':
      return addWord(draft, symbolLetter(piece.reference));
  }
}

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
