import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that can be read piece by piece, so that an input may be larger than memory. */
export interface ByteSource {
  /** As people named it; `-` for standard input. */
  readonly path: string;
  readonly size: number;
  /** Of an open file. */
  readonly descriptor?: number;
  /**
   * Bytes `start` (included) to `end` (excluded); fewer only at the end of the source.
   *
   * @param space memory for so many bytes, which the result may stand in: for whoever reads one piece after the other
   */
  read(start: number, end: number, space?: Buffer): Buffer;
  close(): void;
}

/** @see https://datatracker.ietf.org/doc/html/rfc1952#page-6 */
export function isGzip(source: ByteSource): boolean {
  const [first, second] = source.read(0, 2);
  return first === 0x1f && second === 0x8b;
}

export const memorySource = (path: string, bytes: Buffer): ByteSource => ({
  path,
  size: bytes.length,
  read: (start, end) => bytes.subarray(start, end),
  close: () => undefined,
});

/** @throws the file system's error when the file cannot be opened. */
export const fileSource = (path: string): ByteSource => openedSource(path, openSync(path, 'r'));

/**
 * A file that is open already; closing the source closes it.
 *
 * @param path by which people know it.
 */
export function openedSource(path: string, file: number): ByteSource {
  return {
    path,
    size: fstatSync(file).size,
    descriptor: file,
    read(start, end, space) {
      const length = Math.max(end - start, 0);
      const buffer = space?.subarray(0, length) ?? Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < buffer.length) {
        const count = readSync(file, buffer, filled, buffer.length - filled, start + filled);
        if (count === 0) break;
        filled += count;
      }
      return buffer.subarray(0, filled);
    },
    close: () => {
      closeSync(file);
    },
  };
}
