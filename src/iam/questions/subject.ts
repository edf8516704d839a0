import type { Answer, Options, Witness } from '../decide';
import type { PolicySet, StatementReference } from '../model';
import type { Holes } from '../text';

/** A principal: everything attached to it, and what it is kept within. */
export interface Identity {
  /** Inline, managed and group policies together. */
  readonly policies: PolicySet;
  /** Permissions boundaries and the like: a request must be allowed by each. */
  readonly boundaries?: readonly PolicySet[];
  /** The ARNs of the principal itself, of the groups that it is in, and of policies that are attached to it. */
  readonly self?: readonly Holes[];
}

/** Answers to a question: what it found, or what is missing to tell. */
export type Judgement<Detail = unknown> =
  | ({
      readonly answer: 'yes';
      /** A request that shows it. */
      readonly witness: Witness;
      /** The statements at fault, in the policies asked about. */
      readonly statements: readonly StatementReference[];
    } & Detail)
  | { readonly answer: 'no' }
  | {
      readonly answer: 'undecided';
      /** What the answer hangs on, as `missingPhrases` describes it. */
      readonly missing: readonly string[];
    };

export type QuestionOptions = Pick<Options, 'now'>;

/** The sets a request of the principal must be allowed by. */
export const setsOf = ({ policies, boundaries = [] }: Identity): readonly PolicySet[] => [policies, ...boundaries];

export const undecided = (
  missing: Iterable<string>,
): { readonly answer: 'undecided'; readonly missing: readonly string[] } => ({
  answer: 'undecided',
  missing: [...new Set(missing)].sort(),
});

/** Whether a question about one of several things is answered with yes. */
export function anyOf<T>(things: readonly T[], ask: (thing: T) => Answer): Answer {
  const missing: string[] = [];
  for (const thing of things) {
    const answer = ask(thing);
    if (answer.answer === 'yes') return answer;
    if (answer.answer === 'undecided') missing.push(...answer.missing);
  }
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

/** Whether all of several things hold. */
export function together(answers: readonly Answer[]): {
  readonly answer: Answer['answer'];
  readonly missing: readonly string[];
} {
  const missing = answers.flatMap((answer) => (answer.answer === 'undecided' ? answer.missing : []));
  if (answers.some(({ answer }) => answer === 'no')) return { answer: 'no', missing: [] };
  return { answer: missing.length > 0 ? 'undecided' : 'yes', missing };
}
