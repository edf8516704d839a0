import { lazily, type DataFile } from './load';

interface Packed extends DataFile {
  readonly kinds: Readonly<Record<string, readonly string[]>>;
}

const load = lazily('condition-keys') as () => Packed;
let several: ReadonlySet<string> | undefined;
let single: ReadonlySet<string> | undefined;

/** Whether a service's condition key has several values: `undefined` where the data do not know it. */
export function hasSeveralValues(key: string): boolean | undefined {
  const entries = Object.entries(load().kinds);
  const keysOf = (array: boolean) =>
    new Set(entries.filter(([kind]) => kind.startsWith('ArrayOf') === array).flatMap(([, keys]) => keys));
  several ??= keysOf(true);
  single ??= keysOf(false);
  if (several.has(key)) return true;
  return single.has(key) ? false : undefined;
}
