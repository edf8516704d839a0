/**
 * An expression that Terraform would refuse: an attribute that is not there, a text that is no number. `try` and `can`
 * react to it; they do not to a value that is merely unknown.
 */
export class Failure extends Error {}

/** An expression that asks for more work or memory than a configuration has any use for. It is worth an unknown. */
export class LimitReached extends Error {}

export function refuse(message: string): never {
  throw new Failure(message);
}

/** What one value may grow to. Untrusted sources are evaluated, and doubling is one line of a local value. */
export const limits = {
  /** Items of a list, members of an object. */
  items: 10_000,
  /** Instances of one resource or module; more are as good as unknown. */
  instances: 1000,
  /** Resources in all, and module instances in all. */
  resources: 50_000,
  modules: 1000,
  /** Code units of a text. */
  text: 1 << 20,
  /** Values in a value, each counted as often as it occurs. */
  size: 200_000,
  /** Values inside each other. */
  nesting: 200,
  /** Steps into what is not known. */
  path: 32,
  /** Branches of a choice; more are unknown. */
  branches: 16,
  /**
   * Evaluations inside each other: expressions, and the locals, variables and outputs that they name. Six hundred end the
   * stack where V8 has not optimized what runs there.
   */
  depth: 350,
  /** Evaluations in all. */
  steps: 1_000_000,
} as const;

export function withinItems(count: number): void {
  if (count > limits.items) throw new LimitReached(`a collection of more than ${String(limits.items)} items`);
}

export function withinText(length: number): void {
  if (length > limits.text) throw new LimitReached('a text of more than a million characters');
}
