import { present } from '../clock';
import { counterexample, type Answer } from '../decide';
import type { ResourceType } from '../data/actions';
import { mayName } from './candidates';
import { withinReach } from './openings';
import { anyResources, isUnconfined } from './reach';
import { ordinaryRequests } from './scope';
import { setsOf, undecided, type Identity, type Judgement, type QuestionOptions } from './subject';
import { reachingUnnamed } from './unnamed';

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
  const now = options.now ?? present;
  const answers: Answer[] = [];
  for (const [action, target] of takeover) {
    const answer = controls(identity, action, target, { now });
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

/** Whether the principal may do an action to any resource of a type, in some account and partition. */
function controls(identity: Identity, action: string, target: ResourceType, options: QuestionOptions): Answer {
  if (!mayName(reachingUnnamed(identity.policies), action)) return { answer: 'no' };
  const missing: string[] = [];
  const resources = anyResources(target, identity);
  for (const resource of withinReach(identity.policies, action, resources, options.now ?? present)) {
    const answer = isUnconfined(identity, action, resource, options);
    if (answer.answer === 'yes') return answer;
    if (answer.answer === 'undecided') missing.push(...answer.missing);
  }
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}
