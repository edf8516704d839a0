/**
 * The letters words are made of: Unicode code points, and one letter for each symbol. A symbol stands for a text that is
 * not known but is one text: a resource's name, the value of a policy variable. It equals itself alone.
 */

/** Symbols live in the private planes of Unicode, so that words stay strings. */
const firstSymbol = 0xf0000;
const lastSymbol = 0x10fffd;

const letters = new Map<string, string>();
const names = new Map<string, string>();

/** The letter of a symbol; `undefined` when a process has met more symbols than there are letters. */
export function symbolLetter(name: string): string | undefined {
  const known = letters.get(name);
  if (known !== undefined) return known;
  const point = firstSymbol + letters.size;
  if (point > lastSymbol) return undefined;
  const letter = String.fromCodePoint(point);
  letters.set(name, letter);
  names.set(letter, name);
  return letter;
}

export const isSymbol = (point: number): boolean => point >= firstSymbol;

/** Code points of untrusted text. None of them is a symbol. */
export function* codePoints(text: string): Generator<number> {
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    yield isSymbol(point) ? 0xfffd : point;
  }
}

/** A word as people read it: symbols by name, in angle brackets. */
export const showWord = (word: string): string =>
  word.replace(/[\u{f0000}-\u{10fffd}]/gu, (letter) => `<${names.get(letter) ?? 'something'}>`);
