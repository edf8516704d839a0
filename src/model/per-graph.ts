import type { ResourceGraph } from './graph';

/**
 * What is worked out once for a graph and asked of every resource in it: an index, where looking through all resources
 * for each of them would take time by the square of their number.
 */
export function perGraph<T>(make: (graph: ResourceGraph) => T): (graph: ResourceGraph) => T {
  const made = new WeakMap<ResourceGraph, { readonly value: T }>();
  return (graph) => {
    const known = made.get(graph);
    if (known) return known.value;
    const value = make(graph);
    made.set(graph, { value });
    return value;
  };
}
