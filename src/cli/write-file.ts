import { closeSync, openSync, writeFileSync } from 'node:fs';
import { fileProblem } from '../readers/detect';
import { UsageError } from './io';

/** @throws UsageError where the file cannot be written. */
export function writeFile(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/**
 * The same for a text that is made piece by piece.
 *
 * @throws UsageError where the file cannot be written, and what the pieces throw.
 */
export function writePieces(file: string, pieces: Iterable<string>): void {
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw cannotWrite(file, error);
    }
  };
  const opened = attempt(() => openSync(file, 'w'));
  try {
    for (const part of joinedUp(pieces)) attempt(() => { writeFileSync(opened, part); }); // prettier-ignore
  } finally {
    closeSync(opened);
  }
}

const cannotWrite = (file: string, error: unknown): UsageError =>
  new UsageError(`${file} cannot be written: ${fileProblem(error)}`);

/** In UTF-16 units: to write takes a while, however little. */
const partLength = 1 << 20;

/** Pieces put together to parts of some size. */
export function* joinedUp(pieces: Iterable<string>): Iterable<string> {
  let pending: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    pending.push(piece);
    length += piece.length;
    if (length < partLength) continue;
    yield pending.join('');
    pending = [];
    length = 0;
  }
  if (length > 0) yield pending.join('');
}
