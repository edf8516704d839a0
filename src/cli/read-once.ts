import { statSync } from 'node:fs';

/** Whether a path can be read once: standard input (`-`), or a pipe, as what a shell puts in the place of `<(terraform show …)`. */
export function isReadOnce(path: string): boolean {
  try {
    return path === '-' || statSync(path).isFIFO();
  } catch {
    return false; // whoever opens it says why
  }
}
