import type { ResourceGraph } from './graph';

/**
 * What is worked out once for a graph and asked of every resource in it: an index, where looking through all resources
 * for each of them would take time by the square of their number.
 *
 * @returns what the index has under a key. The graph hears the question, as if it had been asked itself.
 */
export function perGraph<A>(
  make: (graph: ResourceGraph) => ReadonlyMap<string, A>,
): (graph: ResourceGraph, key: string) => A | undefined {
  const made = new WeakMap<ResourceGraph, ReadonlyMap<string, A>>();
  return (graph, key) =>
    graph.noted((asked) => {
      const index = made.get(asked) ?? make(asked);
      made.set(asked, index);
      return index.get(key);
    });
}
