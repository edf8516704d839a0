import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chain, known, unknown, type Place, type Settled } from '../../model/value';
import { packageFolder } from '../../package-folder';

/*
 * Until when a cloud mends a runtime or an engine version: dated tables, one a family, in data/runtimes.
 *
 *   supported('lambda', runtime, today)           whether it is still mended, with the date as the reason
 *   supported('eks', version, today, extended)    the same where extended support can be declined
 *
 * A family's file says where its dates come from and when they were read. Under each version stand the last day of
 * `standard` support and, where security fixes can be had for longer, of `extended` support; a version without dates is
 * supported, and no end is known. `endedBelow` is the oldest version that is listed: all before it have ended.
 * A version matches the longest listed one that it begins with (`8.0.35` is an `8.0`), unless `match` is `exact`. What
 * the table does not know stays unknown. To add a family, add a file; `scripts/refresh-runtimes.mjs` renews them.
 */

interface Support {
  readonly standard?: string;
  readonly extended?: string;
}

interface Family {
  readonly about: { readonly source: string; readonly read: string };
  readonly match?: 'exact';
  readonly endedBelow?: string;
  readonly versions: Readonly<Record<string, Support>>;
}

const families = new Map<string, Family>();

function familyCalled(name: string): Family {
  const loaded = families.get(name);
  if (loaded) return loaded;
  const family = JSON.parse(readFileSync(join(packageFolder(), 'data', 'runtimes', `${name}.json`), 'utf8')) as Family;
  families.set(name, family);
  return family;
}

/**
 * Whether the cloud that offers a version still mends it today.
 *
 * @param family the name of a file in data/runtimes
 * @param today as `YYYY-MM-DD`
 * @param extended whether extended support is had, where a version has it: unless one declines, it is
 */
export function supported(
  family: string,
  version: Settled<string>,
  today: string,
  extended: Settled<boolean> = known(true, version.at),
): Settled<boolean> {
  const table = familyCalled(family);
  return chain(version, (name) => supportedVersion(table, name, today, extended, version.at));
}

function supportedVersion(
  table: Family,
  name: string,
  today: string,
  extended: Settled<boolean>,
  at: Place,
): Settled<boolean> {
  if (table.endedBelow !== undefined && isBelow(name, table.endedBelow))
    return known(false, at, `support of every version before ${table.endedBelow} has ended`);
  const [first, ...others] = supportsOf(table, name).map((support) => decided(support, name, today, extended, at));
  if (!first) return unknown(`no date is known until which ${name} is supported`, at);
  const agreed = others.every((one) => one.state === 'known' && first.state === 'known' && one.value === first.value);
  return agreed ? first : unknown(`${name} may be a version that is supported or one that is not`, at);
}

/** The entries that a version may be: the longest that it begins with, else all that begin with it. */
function supportsOf({ match, versions }: Family, name: string): readonly Support[] {
  const own = match === 'exact' ? [name] : prefixesOf(name);
  const found = own.find((prefix) => Object.hasOwn(versions, prefix));
  if (found !== undefined) return [versions[found] ?? {}];
  if (match === 'exact') return [];
  return Object.entries(versions)
    .filter(([listed]) => listed.startsWith(`${name}.`))
    .map(([, support]) => support);
}

const prefixesOf = (name: string): readonly string[] => {
  const parts = name.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
};

function decided(
  { standard, extended: until }: Support,
  name: string,
  today: string,
  extended: Settled<boolean>,
  at: Place,
): Settled<boolean> {
  if (standard === undefined) return known(true, at, `no end of the support of ${name} is known`);
  if (today <= standard) return known(true, at, `${name} is supported until ${standard}`);
  if (until === undefined || today > until) return known(false, at, `support of ${name} ended on ${until ?? standard}`);
  return chain(extended, (had) =>
    had
      ? known(true, at, `${name} has extended support until ${until}`)
      : known(false, at, `standard support of ${name} ended on ${standard}, and extended support is declined`),
  );
}

/** Compares version numbers part by part; what is no number is not below anything. */
function isBelow(name: string, floor: string): boolean {
  const parts = name.split('.').map(Number);
  for (const [index, least] of floor.split('.').map(Number).entries()) {
    const part = parts[index];
    if (part === undefined || Number.isNaN(part) || part > least) return false;
    if (part < least) return true;
  }
  return false;
}
