/** Cuts a text at a limit, never through a character. Halves of characters are not UTF-8, and parsers refuse them. */
export function clip(text: string, limit: number): string {
  const cut = text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
  return cut.replace(/\p{Cs}/gu, '\ufffd');
}

/** How many of the texts, from the first on, hold together no more than so many bytes of UTF-8. */
export function countWithin(texts: readonly string[], bytes: number): number {
  let left = bytes;
  const over = texts.findIndex((text) => (left -= Buffer.byteLength(text)) < 0);
  return over === -1 ? texts.length : over;
}
