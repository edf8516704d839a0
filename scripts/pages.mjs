import { brotliCompressSync, constants } from 'node:zlib';

/** About how much JSON stands in one page: little to unpack for one entry, and enough to be packed well. */
const pageLength = 100_000;

/**
 * Entries in pages that are compressed one by one (src/iam/data/pages.ts reads them): whoever needs one entry of a thousand
 * unpacks a page, not the whole.
 *
 * @param entries names with their content, in any order; they are sorted by name
 */
export function pagesOf(entries) {
  const pages = [];
  let [names, contents, length] = [[], [], 0];
  const close = () => {
    if (names.length > 0) pages.push({ names, contents: compressed(`[${contents.join()}]`) });
    [names, contents, length] = [[], [], 0];
  };
  for (const [name, content] of [...entries].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const text = JSON.stringify(content);
    names.push(name);
    contents.push(text);
    length += text.length;
    if (length >= pageLength) close();
  }
  close();
  return pages;
}

const compressed = (text) =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  }).toString('base64');
