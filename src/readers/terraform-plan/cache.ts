/** Keeps what was used last, as long as the weights together stay within the budget. */
export interface Cache<K, V> {
  get(key: K, make: () => V): V;
}

/** @param weightOf how much of the budget an entry takes, asked by its key. */
export function recentlyUsed<K, V>(budget: number, weightOf: (key: K) => number): Cache<K, V> {
  const entries = new Map<K, V>();
  let total = 0;
  /** Mostly the same is asked for again: of a resource property after property. */
  let last: { readonly key: K; readonly value: V } | undefined;
  return {
    get(key, make) {
      if (last?.key === key) return last.value;
      const held = entries.get(key);
      if (held !== undefined) {
        entries.delete(key);
        entries.set(key, held);
        last = { key, value: held };
        return held;
      }
      const value = make();
      entries.set(key, value);
      last = { key, value };
      total += weightOf(key);
      for (const oldest of entries.keys()) {
        if (total <= budget || oldest === key) break;
        entries.delete(oldest);
        total -= weightOf(oldest);
      }
      return value;
    },
  };
}
