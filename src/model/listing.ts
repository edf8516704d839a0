/** Values by key, several of one key in the order in which they were entered. */
export interface Listing<K, V extends object | number> {
  readonly get: (key: K) => readonly V[];
  readonly add: (key: K, value: V) => void;
}

/** Most keys have one value, which stands alone: a list for each of thousands would take more memory than all else. */
export function newListing<K, V extends object | number>(): Listing<K, V> {
  const listed = new Map<K, V | V[]>();
  const isList = (found: V | V[]): found is V[] => Array.isArray(found);
  return {
    get(key) {
      const found = listed.get(key);
      return found === undefined ? [] : isList(found) ? found : [found];
    },
    add(key, value) {
      const found = listed.get(key);
      if (found === undefined) listed.set(key, value);
      else if (!isList(found)) listed.set(key, [found, value]);
      else listed.set(key, grown(found, value));
    },
  };
}

/** A list with one more. One that grows, and what spread syntax makes, has space for a dozen and more behind its end. */
export function longer<T>(list: readonly T[], last: T): T[] {
  const made = new Array<T>(list.length + 1);
  let position = 0;
  for (const item of list) made[position++] = item;
  made[position] = last;
  return made;
}

const few = 8;

/** The list with one more: the same one where it is long, and else a copy that takes no more space than it needs. */
export function grown<T>(list: T[], last: T): T[] {
  if (list.length < few) return longer(list, last);
  list.push(last);
  return list;
}
