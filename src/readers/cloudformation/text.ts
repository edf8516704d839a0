import type { Location } from '../../model/resource';

/** The text of a file: UTF-8, or UTF-16 in either order, told by its mark or by where an ASCII character has its zero. */
export function decode(bytes: Buffer | string): string {
  const text = typeof bytes === 'string' ? bytes : new TextDecoder(encodingOf(bytes)).decode(bytes);
  return text.startsWith('\u{FEFF}') ? text.slice(1) : text;
}

function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  return 'utf-8';
}

/** Turns offsets in a text into lines and columns. The lines are counted when the first place is asked for. */
export function placesOf(file: string, text: string): (offset: number) => Location {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
