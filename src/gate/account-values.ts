import type { AccountFact, AccountFacts } from './account-facts';

/** What services read: the bare values. */
export const accountValues = (facts: AccountFacts): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, stated]: readonly [string, AccountFact | undefined]) =>
      stated === undefined ? [] : [[name, typeof stated === 'boolean' ? stated : stated.value]],
    ),
  );

/** What people look at again: who says so, and since when. */
export const accountRecords = (facts: AccountFacts) =>
  Object.entries(facts).flatMap(([name, stated]: readonly [string, AccountFact | undefined]) =>
    stated === undefined
      ? []
      : [
          typeof stated === 'boolean'
            ? { name, value: stated, evidence: null, checked: null }
            : { name, value: stated.value, evidence: stated.evidence, checked: stated.checked },
        ],
  );
