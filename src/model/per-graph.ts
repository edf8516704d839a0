import type { ResourceGraph } from './graph';

/**
 * What is worked out once for a graph and asked of every resource in it. The graph hears the question, as if it had been
 * asked itself.
 */
export function oncePerGraph<T>(make: (graph: ResourceGraph) => T): (graph: ResourceGraph) => T {
  const of = remembered(make);
  return (graph) => graph.noted(of);
}

/**
 * The same for an index, where looking through all resources for each of them would take time by the square of their
 * number.
 *
 * @returns what the index has under a key.
 */
export function perGraph<A>(
  make: (graph: ResourceGraph) => ReadonlyMap<string, A>,
): (graph: ResourceGraph, key: string) => A | undefined {
  const of = remembered(make);
  return (graph, key) => graph.noted((asked) => of(asked).get(key));
}

function remembered<T>(make: (graph: ResourceGraph) => T): (graph: ResourceGraph) => T {
  const made = new WeakMap<ResourceGraph, { readonly value: T }>();
  return (graph) => {
    const known = made.get(graph) ?? { value: make(graph) };
    made.set(graph, known);
    return known.value;
  };
}
