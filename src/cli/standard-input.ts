import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { memorySource, openedSource, type ByteSource } from '../readers/source';
import { namelessFile } from './nameless-file';

const pieceSize = 1 << 20;
/** What is longer goes to a file, so that it need not fit into memory. */
export const keptInMemory = 32 << 20;

/**
 * Standard input, whole, as a source: short input from memory, a long one from a file that has no name.
 *
 * @param descriptor what is read instead.
 * @throws the file system's error where it cannot be read or kept.
 */
export function standardInput(descriptor = 0, most = keptInMemory, path = '-'): ByteSource {
  const pieces: Buffer[] = [];
  let length = 0;
  let file: number | undefined;
  for (let piece = nextPiece(descriptor); piece.length > 0; piece = nextPiece(descriptor)) {
    pieces.push(piece);
    length += piece.length;
    if (length <= most) continue;
    file ??= namelessFile('input');
    for (const one of pieces.splice(0)) writeAll(file, one);
  }
  return file === undefined ? memorySource(path, Buffer.concat(pieces)) : openedSource(path, file);
}

/**
 * The same of a pipe that stands where a file could. Whoever opens one waits for somebody who writes to it.
 *
 * @throws the file system's error
 */
export function pipedInput(path: string): ByteSource {
  const descriptor = openSync(path, 'r');
  try {
    return standardInput(descriptor, keptInMemory, path);
  } finally {
    closeSync(descriptor);
  }
}

function nextPiece(descriptor: number): Buffer {
  const buffer = Buffer.allocUnsafe(pieceSize);
  for (;;)
    try {
      return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, null));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return buffer.subarray(0, 0); // how Windows says that a pipe was closed
      if (code !== 'EAGAIN') throw error;
      waitABit(); // whoever writes to the pipe has made it one that does not wait
    }
}

const waitABit = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
