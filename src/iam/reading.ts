/**
 * How a policy is read for one run of the decision. With holes in it, a policy has a widest reading (every hole matches
 * what it can) and a narrowest one; where both agree, the holes do not matter.
 */
export type Bound = 'widest' | 'narrowest';

export interface Reading {
  readonly bound: Bound;
  /**
   * Whether a reference of unknown shape matches anything. It is one text, so it never covers a language: where that
   * is what matters it matches nothing.
   */
  readonly opaqueMatches: boolean;
  /**
   * Values of policy variables, `null` for none; those not given stand for a value that nothing else mentions. `any`
   * reads a variable like a hole: the widest reading matches any value, the narrowest none.
   */
  readonly variables: ReadonlyMap<string, string | null> | 'any';
  /** Principals are part of the question: keys that follow from the principal are read as such. */
  readonly withPrincipals: boolean;
  /** Collects what was not known where it made a difference to the reading. */
  readonly missing: Set<string>;
  /** Collects the policy variables met. */
  readonly met: Set<string>;
}

export const opposite = (reading: Reading): Reading => ({
  ...reading,
  bound: reading.bound === 'widest' ? 'narrowest' : 'widest',
  opaqueMatches: reading.opaqueMatches && reading.bound === 'narrowest',
});
