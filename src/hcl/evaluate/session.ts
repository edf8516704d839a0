import type { Span, Step } from '../syntax';
import { LimitReached, limits } from './failure';
import type { Note, Outside } from './module';
import type { Place, Value } from './value';

/** What a name with steps behind it means, and how many of the steps that took. */
export interface Resolution {
  readonly value: Value;
  readonly taken: number;
}

/** The names that a module gives: `var`, `local`, `module`, `data`, types of resources. */
export interface Names {
  readonly resolve: (name: string, steps: readonly Step[], scope: Scope) => Resolution;
}

/** Where an expression stands, and what it may name. */
export interface Scope {
  readonly file: string;
  readonly session: Session;
  readonly names: Names;
  /** What is bound around the expression: `each`, `count`, the variables of `for` and `dynamic`. */
  readonly variables: ReadonlyMap<string, Value>;
}

/** One evaluation of a root module with all that it calls: what it has used up, and what it has to say. */
export class Session {
  private steps = 0;
  private depth = 0;
  private tolerance = 0;
  private readonly said = new Map<string, Note>();

  constructor(readonly outside: Outside = {}) {}

  /** Runs one evaluation inside the others. Not a method that takes a function: each frame counts at this depth. */
  enter(): void {
    if (this.depth >= limits.depth) throw new LimitReached('expressions that lead too deep');
    if (++this.steps > limits.steps) throw new LimitReached('more work than a configuration has use for');
    this.depth++;
  }

  /** Work of a function, counted by what it goes through. */
  spend(items: number): void {
    this.steps += items;
    if (this.steps > limits.steps) throw new LimitReached('more work than a configuration has use for');
  }

  leave(): void {
    this.depth--;
  }

  /** Whether somebody would react to a failure: `try` and `can`. */
  get tolerant(): boolean {
    return this.tolerance > 0;
  }

  tolerating<T>(work: () => T): T {
    this.tolerance++;
    try {
      return work();
    } finally {
      this.tolerance--;
    }
  }

  /** A local value, a variable or an output fails for itself, whoever asks for it. */
  onItsOwn<T>(work: () => T): T {
    const { tolerance } = this;
    this.tolerance = 0;
    try {
      return work();
    } finally {
      this.tolerance = tolerance;
    }
  }

  note(message: string, place?: Place): void {
    const key = `${message} ${place ? `${place.file}:${String(place.start)}` : ''}`;
    if (this.said.size < mostNotes && !this.said.has(key)) this.said.set(key, { message, place });
  }

  /** Says that something is left out, because there is more than a configuration has use for. */
  limit(message: string): void {
    this.said.set(message, { message, place: undefined, isLimit: true });
  }

  get notes(): readonly Note[] {
    return [...this.said.values()];
  }
}

const mostNotes = 500;

export const placeIn = ({ file }: Pick<Scope, 'file'>, { start, end }: Span): Place => ({ file, start, end });

export const withVariables = (scope: Scope, variables: Iterable<readonly [string, Value]>): Scope => ({
  ...scope,
  variables: new Map([...scope.variables, ...variables]),
});
