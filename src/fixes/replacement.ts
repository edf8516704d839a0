import type { TextEdit } from '../hcl/edit';

/** The one edit that makes one text of another: what they begin and end with alike stays. */
export function replacementOf(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = longest(shorter, (length) => before.startsWith(after.slice(0, length)));
  while (splits(before, start)) start--;
  const same = longest(shorter - start, (length) => before.endsWith(after.slice(after.length - length)));
  let end = before.length - same;
  while (splits(before, end)) end++;
  return { start, end, text: after.slice(start, after.length - (before.length - end)) };
}

/** The greatest length that holds, by halving: whatever holds for a length holds for shorter ones. */
function longest(limit: number, holds: (length: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether an offset lies within a character or a line end, where no editor can be. */
const splits = (text: string, offset: number): boolean =>
  offset > 0 && /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1));
