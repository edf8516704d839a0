import type { Fact, FactKind, FactOf } from '../model/fact';
import type { Area, Severity } from '../model/finding';
import type { Truth } from '../model/truth';

/** What the gate does with a failing finding. */
export const gateLevels = ['block', 'warn', 'note', 'off'] as const;
export type GateLevel = (typeof gateLevels)[number];

interface About {
  readonly id: string;
  readonly area: Area;
  readonly severity: Severity;
  /** The gate's level in the `baseline` preset. */
  readonly gate: GateLevel;
  /** What must hold: a sentence in the present tense, without a full stop. */
  readonly title: string;
  /** What fails when it does not hold, with the noun in front: `is not encrypted at rest`. */
  readonly failure: string;
  /** Why it matters on the customer's side of the line. One or two sentences. */
  readonly why: string;
  /** What to do about it. One or two sentences, true in every dialect. */
  readonly fix: string;
  /** Controls that see the same fault more specifically: where one of them fails too, it speaks. */
  readonly yieldsTo?: readonly string[];
}

/** A requirement that facts must meet. */
export interface Control extends About {
  readonly judges: readonly FactKind[];
  /** Whether the requirement holds, or undefined when the fact is none of this control's business. */
  readonly holds: (fact: Fact) => Truth | undefined;
}

/** Lets a control be written against its own kinds of fact, and be kept in a list with all the others. */
export function control<const K extends FactKind>(
  draft: About & { readonly judges: K | readonly K[]; readonly holds: (fact: FactOf<K>) => Truth | undefined },
): Control {
  const judges: readonly FactKind[] = typeof draft.judges === 'string' ? [draft.judges] : draft.judges;
  const { holds } = draft;
  return { ...draft, judges, holds: (fact) => (judges.includes(fact.kind) ? holds(fact as FactOf<K>) : undefined) };
}
