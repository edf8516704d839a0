import { printable, wrap } from '../../printable';

/** Letters of many scripts, and pictures, are about twice as wide as Latin letters. */
const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) >= 0x1100;

/** Cuts a text to a number of Latin letters. What is drawn is cut off besides where it would leave its box. */
export function fitted(text: string, letters: number): string {
  let left = letters;
  let fits = '';
  for (const character of printable(text.slice(0, letters + 1))) {
    left -= isWide(character) ? 2 : 1;
    if (left < 0) return `${fits.slice(0, -1)}…`;
    fits += character;
  }
  return fits;
}

/** The same from the middle: names that begin alike end differently. */
export function fittedWithin(text: string, letters: number): string {
  const isLong = text.length > 4 * letters;
  const ends = isLong ? `${text.slice(0, letters)}${text.slice(-letters)}` : text;
  const characters = Array.from(printable(ends));
  const width = (some: readonly string[]): number => some.reduce((sum, one) => sum + (isWide(one) ? 2 : 1), 0);
  if (width(characters) <= letters) return characters.join('');
  const start = characters.slice(0, Math.max(letters, 0));
  const end = characters.slice(-Math.max(letters, 1));
  while (start.length > 0 && width(start) > (letters - 1) / 2) start.pop();
  while (end.length > 0 && width(end) > letters - 1 - width(start)) end.shift();
  return `${start.join('')}…${end.join('')}`;
}

/** Lines of a number of letters; what is beyond the last line is cut off. */
export function wrapped(text: string, letters: number, linesAtMost: number): readonly string[] {
  const lines = wrap(printable(text.slice(0, letters * (linesAtMost + 1))), letters).map((line) =>
    fitted(line, letters),
  );
  if (lines.length <= linesAtMost) return lines;
  return [...lines.slice(0, linesAtMost - 1), fitted(`${lines[linesAtMost - 1] ?? ''} …`, letters)];
}
