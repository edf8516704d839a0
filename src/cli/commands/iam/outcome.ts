import type { Judgement, Policy, PolicySet, Statement, Witness } from '../../../iam';
import { plainWitness } from './witness';

/** What a check found, in the words of AWS's own, which know no `UNDECIDED` and give no witness. */
export interface Outcome {
  readonly result: 'PASS' | 'FAIL' | 'UNDECIDED';
  readonly message: string;
  readonly reasons: readonly Reason[];
  /** A request that shows a fail. */
  readonly witness: Witness | null;
}

export interface Reason {
  readonly description: string;
  /** From 0. Null where the reason is no statement. */
  readonly statementIndex: number | null;
  readonly statementId: string | null;
}

/** A question whose `yes` is a fail. */
export type Question = (policies: PolicySet) => Judgement;

export interface Messages {
  readonly pass: string;
  readonly fail: string;
  /** What a statement at fault does, as `... in the statement "x"` goes on. */
  readonly fault: string;
}

/** Asks a question of a policy, and of each of its statements where the answer is yes. */
export function outcomeOf(policy: Policy, question: Question, messages: Messages): Outcome {
  const answer = question([policy]);
  if (answer.answer === 'no') return { result: 'PASS', message: messages.pass, reasons: [], witness: null };
  if (answer.answer === 'undecided')
    return {
      result: 'UNDECIDED',
      message: 'This depends on what is not known.',
      reasons: answer.missing.map((description) => ({ description, statementIndex: null, statementId: null })),
      witness: null,
    };
  return {
    result: 'FAIL',
    message: messages.fail,
    reasons: guiltyStatements(policy, question, answer).map((statement) => reasonOf(statement, messages)),
    witness: plainWitness(policy, question, answer.witness),
  };
}

/** Each statement that would be a fault without the other ones that allow something. */
function guiltyStatements(
  policy: Policy,
  question: Question,
  { statements: found }: Extract<Judgement, { answer: 'yes' }>,
): readonly Statement[] {
  const { statements } = policy;
  const guilty = statements.filter((one) => {
    if (one.effect !== 'Allow') return false;
    const alone = statements.filter((other) => other === one || other.effect !== 'Allow');
    return question([{ ...policy, statements: alone }]).answer === 'yes';
  });
  if (guilty.length > 0) return guilty;
  return statements.filter(({ index }) => found.some((reference) => reference.index === index));
}

function reasonOf({ index, sid }: Statement, { fault }: Messages): Reason {
  const name = sid === undefined ? `with index: ${String(index)}` : `with sid: ${sid}`;
  return { description: `${fault} in the statement ${name}.`, statementIndex: index, statementId: sid ?? null };
}
