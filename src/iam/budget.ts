import { missingPhrases } from './missing';

/** What a decision may cost. Deciding inclusion is PSPACE-complete; past its budget a question is undecided. */
export interface Budget {
  /** States of automata visited. */
  states: number;
  /** Branches of the search. */
  nodes: number;
}

export const newBudget = (): Budget => ({ states: 100_000, nodes: 50_000 });

/** Thrown when the budget is spent; the decision catches it. */
export class TooComplex extends Error {
  constructor() {
    super(missingPhrases.tooComplex);
  }
}

export function spend(budget: Budget, what: keyof Budget): void {
  budget[what]--;
  if (budget[what] < 0) throw new TooComplex();
}
