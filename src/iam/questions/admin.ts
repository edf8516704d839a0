import { present } from '../clock';
import { counterexample, type Answer } from '../decide';
import type { ResourceType } from '../data/actions';
import { reachesAny } from './reach';
import { ordinaryRequests } from './scope';
import { setsOf, undecided, type Identity, type Judgement, type QuestionOptions } from './subject';
import { whollyOpen } from './unknowns';

/** `full`: every action on every resource. `equivalent`: may rewrite every policy, and so become the former. */
export type AdminGrade = 'full' | 'equivalent';

const type = (name: string): ResourceType => ({ name, arn: `arn:\${Partition}:iam::\${Account}:${name}/\${Name}` });

/** Whoever may do each of these to anything may give anybody everything. */
const takeover: readonly (readonly [string, ResourceType])[] = [
  ['iam:CreatePolicyVersion', type('policy')],
  ['iam:AttachRolePolicy', type('role')],
  ['iam:PutRolePolicy', type('role')],
  ['iam:AttachUserPolicy', type('user')],
  ['iam:PutUserPolicy', type('user')],
];

/** Is the principal an administrator? */
export function isAdmin(identity: Identity, options: QuestionOptions = {}): Judgement<{ readonly grade: AdminGrade }> {
  const open = whollyOpen(identity);
  if (open) return open;
  const now = options.now ?? present;
  const answers: Answer[] = [];
  for (const [action, target] of takeover) {
    const answer = reachesAny(identity, action, target, { now });
    // A refusal settles the lesser grade, and with it the greater.
    if (answer.answer === 'no') return answer;
    answers.push(answer);
  }
  const [first] = answers;
  if (first?.answer !== 'yes' || answers.some(({ answer }) => answer !== 'yes'))
    return undecided(answers.flatMap((answer) => (answer.answer === 'undecided' ? answer.missing : [])));
  const beyond = counterexample([ordinaryRequests(now)], setsOf(identity), { now });
  return { grade: beyond.answer === 'no' ? 'full' : 'equivalent', ...asJudgement(first) };
}

const asJudgement = ({ witness, allowedBy }: Extract<Answer, { answer: 'yes' }>) => ({
  answer: 'yes' as const,
  witness,
  statements: allowedBy.slice(0, 1),
});
