import type { ResourceGraph } from './graph';

/** A question that was asked of a graph, to be asked again of another, with its answer. */
export interface Question {
  readonly ask: (graph: ResourceGraph) => unknown;
  readonly answer: unknown;
}

/** Whether two answers say the same of the same resources, which are one object then. */
export function isSameAnswer(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSameAnswer(item, other[index]));
  if (!isComposed(one) || !isComposed(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSameAnswer(one[key], other[key]));
}

/** A link, companions, what may be one: anything but a resource. */
const isComposed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !('properties' in value);
