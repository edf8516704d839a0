import type { ByteSource } from '../source';

/** Bytes `start` (included) to `end` (excluded) of a source. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** JSON that breaks at a byte of its source. */
export class DamagedJson extends Error {
  override readonly name = 'DamagedJson';
  constructor(
    readonly offset: number,
    readonly problem: string,
  ) {
    super(problem);
  }
}

/** What is parsed at once stands here meanwhile: a large plan has some hundred thousand values. */
const space = Buffer.allocUnsafe(1 << 16);

const bytesOf = (source: ByteSource, { start, end }: Range): Buffer =>
  source.read(start, end, end - start <= space.length ? space : undefined);

/** Parses the JSON value that stands in a range of the source. */
export const parseRange = (source: ByteSource, range: Range): unknown => parseBytes(bytesOf(source, range), range);

/** Parses the rest of an object, from the value of its member `after` on. */
export const parseTail = (source: ByteSource, range: Range): unknown =>
  parseBytes(bytesOf(source, range), range, '{"after":');

/** @param opening what is to stand before the bytes */
export function parseBytes(bytes: Buffer, { start }: Range, opening = ''): unknown {
  try {
    return JSON.parse(opening + bytes.toString('utf8')) as unknown;
  } catch (error) {
    throw new DamagedJson(start, error instanceof Error ? error.message : String(error));
  }
}
