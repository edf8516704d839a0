import { readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * The files that a module may consist of, or read: those of one checkout. Whatever a source names (a module's folder, the
 * argument of `file()`), and wherever a symbolic link leads, nothing outside is ever looked at.
 */
export interface Checkout {
  /** The names of what stands in a folder and is no folder, in order; undefined where it is none of the checkout. */
  readonly filesIn: (folder: string) => readonly string[] | undefined;
  /** The content of a file; undefined where it is none of the checkout, too large, or one too many. */
  readonly read: (path: string) => Buffer | undefined;
  /** Whether something is there, and outside of the checkout. */
  readonly isOutside: (path: string) => boolean;
}

/** Sources are small: a million lines fit. */
const largestFile = 1 << 25;
const mostBytes = 1 << 28;
const mostFolders = 5_000;
const mostNames = 10_000;

/**
 * The checkout that a folder belongs to: the nearest folder above with a `.git`, else the folder that is worked in, if it
 * lies in that, else the folder itself.
 */
export const checkoutOf = (folder: string): Checkout => confinedTo(rootOf(folder));

function rootOf(folder: string): string {
  const start = realPath(folder) ?? resolve(folder);
  for (let at = start; ; at = dirname(at)) {
    if (statOf(join(at, '.git'))) return at;
    if (dirname(at) === at) break;
  }
  const here = realPath(process.cwd()) ?? process.cwd();
  return isBelow(start, here) ? here : start;
}

function confinedTo(root: string): Checkout {
  let bytesLeft = mostBytes;
  let foldersLeft = mostFolders;
  const inside = (path: string): string | undefined => {
    const real = realPath(path);
    return real !== undefined && isBelow(real, root) ? real : undefined;
  };
  return {
    filesIn: (folder) => {
      const real = inside(folder);
      if (real === undefined || foldersLeft === 0) return undefined;
      foldersLeft -= 1;
      return namesIn(real)?.filter((name) => !statOf(join(real, name))?.isDirectory());
    },
    read: (path) => {
      const real = inside(path);
      const stat = real === undefined ? undefined : statOf(real);
      if (real === undefined || !isFile(stat) || stat.size > Math.min(largestFile, bytesLeft)) return undefined;
      bytesLeft -= stat.size;
      return contentOf(real);
    },
    isOutside: (path) => {
      const real = realPath(path);
      return real !== undefined && !isBelow(real, root);
    },
  };
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === path;
}

/** A pipe or a device is never opened. */
const isFile = (stat: Stats | undefined): stat is Stats => stat?.isFile() ?? false;

const orNothing = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};
const realPath = (path: string): string | undefined => orNothing(() => realpathSync(path));
const statOf = (path: string): Stats | undefined => orNothing(() => statSync(path));
const contentOf = (path: string): Buffer | undefined => orNothing(() => readFileSync(path));
const namesIn = (folder: string): readonly string[] | undefined =>
  orNothing(() => readdirSync(folder).toSorted().slice(0, mostNames));
