import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { folder, type DataFile, type Origin } from './load';

interface Packed extends DataFile {
  readonly pages: readonly {
    readonly names: readonly string[];
    /** JSON of a list, with an entry for each name; compressed with Brotli, in base 64. */
    readonly contents: string;
  }[];
}

/** Entries by name. They are compressed page by page, as few of many are ever asked for (scripts/pages.mjs). */
export interface Pages<Entry> {
  readonly about: Origin;
  /** All of them, sorted. */
  readonly names: readonly string[];
  readonly entry: (name: string) => Entry | undefined;
}

/** Reads a file of pages when it is first asked for, and once. The caller says what the entries are. */
export function pagesIn<Entry>(name: string): () => Pages<Entry> {
  let opened: Pages<Entry> | undefined;
  return () => (opened ??= open<Entry>(join(folder(), `${name}.pages.json`)));
}

function open<Entry>(path: string): Pages<Entry> {
  const { about, pages } = JSON.parse(readFileSync(path, 'latin1')) as Packed;
  const pageOf = new Map(pages.flatMap((page) => page.names.map((name) => [name, page] as const)));
  const unpacked = new Map<string, Entry>();
  const entry = (name: string): Entry | undefined => {
    const page = unpacked.has(name) ? undefined : pageOf.get(name);
    if (page) for (const [index, content] of contentsOf(page).entries()) unpacked.set(page.names[index] ?? '', content as Entry);
    return unpacked.get(name);
  };
  return { about, names: [...pageOf.keys()], entry };
}

const contentsOf = ({ contents }: Packed['pages'][number]): readonly unknown[] =>
  JSON.parse(brotliDecompressSync(Buffer.from(contents, 'base64')).toString('utf8')) as readonly unknown[];
