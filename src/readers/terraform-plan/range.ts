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

/** Parses the JSON value that stands in a range of the source. */
export const parseRange = (source: ByteSource, range: Range): unknown => parseText(source, range, '');

/** Parses the rest of an object, from the value of its member `after` on. */
export const parseTail = (source: ByteSource, range: Range): unknown => parseText(source, range, '{"after":');

function parseText(source: ByteSource, { start, end }: Range, opening: string): unknown {
  try {
    return JSON.parse(opening + source.read(start, end).toString('utf8')) as unknown;
  } catch (error) {
    throw new DamagedJson(start, error instanceof Error ? error.message : String(error));
  }
}
