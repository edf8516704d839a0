import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that only this process can open, and that is gone when the process is. */
export function namelessFile(name: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-'));
  const file = openSync(join(folder, name), 'wx+', 0o600);
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    remove();
  } catch {
    process.once('exit', remove); // some file systems keep an open file's name
  }
  return file;
}
