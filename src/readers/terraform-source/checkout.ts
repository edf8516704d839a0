import { lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, relative, resolve, sep } from 'node:path';

/**
 * The files that a module may consist of, or read: those of one checkout. Whatever a source names (a module's folder, the
 * argument of `file()`), and wherever a symbolic link leads, nothing outside is ever looked at.
 */
export interface Checkout {
  /** The names of what stands in a folder and is no folder, in order; undefined where it is none of the checkout. */
  readonly filesIn: (folder: string) => readonly string[] | undefined;
  /** The content of a file; undefined where it is none of the checkout, too large, or one too many. */
  readonly read: (path: string) => Buffer | undefined;
  /** Whether a path leads out of the checkout, be there something or not. */
  readonly isOutside: (path: string) => boolean;
}

/** A checkout of which folders can be listed with all that is in them. */
export interface FolderCheckout extends Checkout {
  /**
   * The regular files of a folder and of those below, down to a depth (1 is the folder alone), seen from it. Undefined
   * where it is none of the checkout, holds a link to a folder, or more files than anybody would list.
   */
  readonly filesBelow: (folder: string, depth: number | undefined) => readonly string[] | undefined;
}

/** Sources are small: a million lines fit. */
const largestFile = 1 << 25;
const mostBytes = 1 << 28;
const mostNames = 10_000;
const deepestFolder = 30;

/**
 * The checkout that a folder belongs to: the nearest folder above with a `.git`, else the folder that is worked in, if it
 * lies in that, else the folder itself. A home folder and the root of the file system are nobody's checkout.
 */
export const checkoutOf = (folder: string): FolderCheckout => confinedTo(rootOf(folder));

function rootOf(folder: string): string {
  const start = realPath(folder) ?? resolve(folder);
  const tooWide: ReadonlySet<string> = new Set([parse(start).root, realPath(homedir()) ?? homedir()]);
  for (let at = start; !tooWide.has(at); at = dirname(at)) if (statOf(join(at, '.git'))) return at;
  const here = realPath(process.cwd()) ?? process.cwd();
  return isBelow(start, here) && !tooWide.has(here) ? here : start;
}

function confinedTo(root: string): FolderCheckout {
  let bytesLeft = mostBytes;
  const inside = (path: string): string | undefined => {
    const real = realPath(path);
    return real !== undefined && isBelow(real, root) ? real : undefined;
  };
  return {
    filesIn: (folder) => {
      const real = inside(folder);
      return real === undefined ? undefined : namesIn(real);
    },
    filesBelow: (folder, depth = deepestFolder) => {
      const real = inside(folder);
      return real === undefined ? undefined : namesBelow(real, Math.min(depth, deepestFolder), inside);
    },
    read: (path) => {
      const real = inside(path);
      const stat = real === undefined ? undefined : statOf(real);
      if (real === undefined || !isFile(stat) || stat.size > Math.min(largestFile, bytesLeft)) return undefined;
      bytesLeft -= stat.size;
      return contentOf(real);
    },
    // Nobody needs to know whether something stands where a broken link leads.
    isOutside: (path) => isBroken(path) || !isBelow(nearestPath(path), root),
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
const isBroken = (path: string): boolean =>
  realPath(path) === undefined && orNothing(() => lstatSync(path)) !== undefined;
const contentOf = (path: string): Buffer | undefined => orNothing(() => readFileSync(path));
const namesIn = (folder: string): readonly string[] | undefined =>
  orNothing(() => {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
    return entries.map(({ name }) => name).toSorted();
  });

/** Undefined where there are too many, or a link leads to a folder: it may lead anywhere, also back. */
function namesBelow(
  folder: string,
  depth: number,
  inside: (path: string) => string | undefined,
): readonly string[] | undefined {
  const found: string[] = [];
  const open = [{ at: folder, prefix: '', left: depth }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { at, prefix, left } = next;
    const entries = orNothing(() => readdirSync(at, { withFileTypes: true })) ?? [];
    for (const entry of entries) {
      const path = join(at, entry.name);
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory() && left > 1) open.push({ at: path, prefix: `${name}/`, left: left - 1 });
      else if (entry.isFile()) found.push(name);
      else if (entry.isSymbolicLink() && isFile(statOf(inside(path) ?? ''))) found.push(name);
      else if (entry.isSymbolicLink() && left > 1) return undefined;
    }
    if (found.length + open.length > mostNames) return undefined;
  }
  return found;
}

/** Where a path leads, with the links on the way to it; what is not there stands where it would stand. */
function nearestPath(path: string): string {
  const absolute = resolve(path);
  const real = realPath(absolute);
  if (real !== undefined || dirname(absolute) === absolute) return real ?? absolute;
  return join(nearestPath(dirname(absolute)), basename(absolute));
}
