import {
  acceptsStrangers,
  actionNamed,
  actionsOrigin,
  counterexample,
  isPublic,
  parsePolicy,
  type Answer,
  type Judgement,
  type PolicySet,
} from '../../../iam';
import { didYouMean } from '../../../gate/suggestion';
import { printable } from '../../../reports/printable';
import { UnreadableInput } from '../../../readers/input';
import { UsageError, type Io } from '../../io';
import { outcomeOf, type Outcome } from './outcome';
import { readPolicyFile } from './policy-file';
import { resourceTypes } from './resource-types';

interface Asked {
  /** Path of the policy; `-` for standard input. */
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Does the policy allow a request that the existing one does not? @throws UnreadableInput */
export function checkNoNewAccess({ file, existing, now }: Asked & { readonly existing: string }, io: Io): Outcome {
  const before = readPolicyFile(existing, io);
  const after = readPolicyFile(file, io);
  if (before.kind !== after.kind)
    throw new UnreadableInput(
      `${file} is a policy of ${article(after.kind)}, ${existing} one of ${article(before.kind)}: they cannot be compared`,
    );
  return outcomeOf(after.policy, (policies) => judged(counterexample([policies], [[before.policy]], { now })), {
    pass: 'The policy grants no access that the existing policy does not grant.',
    fail: 'The policy grants new access compared to the existing policy.',
    fault: 'New access',
  });
}

/** Does the policy allow one of the actions on one of the resources? @throws UsageError, UnreadableInput */
export function checkAccessNotGranted(
  {
    file,
    actions,
    resources,
    now,
  }: Asked & { readonly actions: readonly string[]; readonly resources: readonly string[] },
  io: Io,
): Outcome {
  const access = accessOf(actions, resources, io);
  const { policy } = readPolicyFile(file, io);
  return outcomeOf(policy, (policies) => judged(counterexample([policies, access], [], { now })), {
    pass: 'The policy grants none of the listed access.',
    fail: 'The policy grants some of the listed access.',
    fault: 'Listed access',
  });
}

/** Can anybody use the resource whom the policy does not mention? @throws UsageError, UnreadableInput */
export function checkNoPublicAccess({ file, type, now }: Asked & { readonly type: string }, io: Io): Outcome {
  const actions = Object.hasOwn(resourceTypes, type) ? resourceTypes[type] : undefined;
  if (actions === undefined) {
    const known = Object.keys(resourceTypes);
    throw new UsageError(`--type: "${type}" is none of ${known.join(', ')}${didYouMean(type, known)}`);
  }
  const { policy, kind } = readPolicyFile(file, io);
  if (kind === 'identity')
    throw new UnreadableInput(`${file}: the policy names no principal: it is one of an identity`);
  // Whatever else is written, only the actions of its own service reach the resource.
  const others = parsePolicy({ Statement: { Effect: 'Deny', Principal: '*', NotAction: actions, Resource: '*' } });
  const question = (policies: PolicySet): Judgement => {
    const open = isPublic([...policies, others], { now });
    if (open.answer === 'yes' || type !== trust) return open;
    const strangers = acceptsStrangers([...policies, others], { now });
    return strangers.answer === 'no' ? open : strangers;
  };
  return outcomeOf(policy, question, {
    pass: `The policy grants no public access to a resource of the type ${type}.`,
    fail: `The policy grants public access to a resource of the type ${type}.`,
    fault: 'Public access',
  });
}

const trust = 'AWS::IAM::AssumeRolePolicyDocument';

const article = (kind: 'identity' | 'resource'): string => (kind === 'identity' ? 'an identity' : 'a resource');

const judged = (answer: Answer): Judgement =>
  answer.answer === 'yes' ? { ...answer, statements: answer.allowedBy.slice(0, 1) } : answer;

/** The listed access as a policy. Without a version, so that `${` in it is plain text. */
function accessOf(actions: readonly string[], resources: readonly string[], io: Io): PolicySet {
  for (const action of actions) expectAction(action, io);
  for (const resource of resources)
    if (resource !== '*' && !/^arn:(?:[^:]*:){4}./su.test(resource))
      throw new UsageError(`--resources: "${resource}" is no ARN`);
  const statement = {
    Effect: 'Allow',
    Action: actions.length > 0 ? actions : '*',
    Resource: resources.length > 0 ? resources : '*',
  };
  return [parsePolicy({ Statement: statement })];
}

/** A name that no service has passes every policy but those with wildcards: whoever mistyped it must hear of it. */
function expectAction(action: string, io: Io): void {
  if (action !== '*' && !/^[\w-]+:[\w*?-]+$/u.test(action))
    throw new UsageError(`--actions: "${action}" is no action; write it as service:Action`);
  if (!/[*?]/u.test(action) && !actionNamed(action))
    io.err(`demarc: --actions: ${printable(action)} is not among the actions known on ${actionsOrigin().date}\n`);
}
