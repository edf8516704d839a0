/** Keeps what was used last, as long as the weights together stay within the budget. */
export interface Cache<K, V> {
  get(key: K, make: () => V): V;
}

/** @param weightOf how much of the budget an entry takes, asked by its key. */
export function recentlyUsed<K, V>(budget: number, weightOf: (key: K) => number): Cache<K, V> {
  const entries = new Map<K, V>();
  let total = 0;
  return {
    get(key, make) {
      const held = entries.get(key);
      if (held !== undefined) {
        entries.delete(key);
        entries.set(key, held);
        return held;
      }
      const value = make();
      entries.set(key, value);
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
