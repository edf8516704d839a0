import { writeFileSync } from 'node:fs';
import { fileProblem } from '../readers/detect';
import { UsageError } from './io';

/** @throws UsageError where the file cannot be written. */
export function writeFile(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${fileProblem(error)}`);
  }
}
