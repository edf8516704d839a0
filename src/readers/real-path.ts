import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Where a path leads: links and other names of one thing lead to the same. Of what is not there, where it would stand. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const named = resolve(path);
    const folder = dirname(named);
    return folder === named ? named : join(realPath(folder), basename(named));
  }
}
