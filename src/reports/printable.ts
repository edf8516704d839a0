/**
 * Names come from the files that are inspected, and may hold anything: terminal escapes, line ends, characters that
 * turn the direction of writing, commands to the build server. All of it is shown as text.
 */

/** Control, format, surrogate and separator characters that are not what they look like, or look like nothing. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escape = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0)
    .toString(16)
    .padStart(4, '0')
    .replace(/^.{5,}$/u, '{$&}')}`;

/** A text that may stand in a line of a terminal or a build log. */
export function printable(text: string): string {
  return text
    .replace(unprintable, escape)
    .replace(/(^|\s)::(?=\p{L})/gu, '$1\\u003a:') // GitHub reads `::command::` at the start of a line
    .replace(/##(?=\[|vso\[)/gu, '\\u0023#'); // Azure DevOps reads `##vso[command]` anywhere
}

/** A line of a source file: as {@link printable}, with every character left in its column where it can be. */
export const printableLine = (line: string): string => printable(line.replace(/\t/gu, ' '));

/** Source text of several lines: tabs and line ends stay what they are. */
export const printableSource = (text: string): string =>
  text
    .split(/(\t|\r?\n)/u)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join('');

/** JSON text whose strings hold nothing that a terminal would act upon. The document stays the same. */
export const printableJson = (json: string): string =>
  json.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

/** Breaks a text at spaces into lines of at most `width` characters, or of one word. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** `1 volume`, `2 volumes`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${String(count)} ${count === 1 ? noun : plural}`;
