import { actionNamed } from '../data/actions';
import { escalationPaths, type EscalationPath } from '../data/escalation';
import { counterexample, type Answer } from '../decide';
import type { PolicySet } from '../model';
import { plainText } from '../pattern';
import { isUnknown } from '../text';
import { mayName } from './candidates';
import { anyResources, resourcesOf } from './reach';
import { scope } from './scope';
import { setsOf, undecided, type Identity, type Judgement, type QuestionOptions } from './subject';

/**
 * `direct`: by writing permissions or credentials. `pass-role`: by handing any role to something it can then command.
 * `existing-target`: by commanding something that already has a role; that is more only if the role is.
 */
export type EscalationTier = 'direct' | 'pass-role' | 'existing-target';

export interface Escalation {
  readonly actions: readonly string[];
  readonly ids: readonly string[];
  readonly tier: EscalationTier;
  /** What must exist beside the permissions. */
  readonly prerequisite: string | null;
  /** Every action of it is confined to resources named one by one. */
  readonly named: boolean;
  readonly answers: readonly Extract<Answer, { answer: 'yes' }>[];
}

/** Ways to the permissions of others, the smallest sets of actions only. */
export function escalations(
  identity: Identity,
  options: QuestionOptions = {},
): Judgement<{ readonly paths: readonly Escalation[] }> {
  const may = permissions(identity, options);
  const missing: string[] = [];
  const found = minimalPaths().flatMap((path): readonly Escalation[] => {
    const answers: Extract<Answer, { answer: 'yes' }>[] = [];
    const open: string[] = [];
    for (const action of path.actions) {
      const answer = may(action, path);
      if (answer.answer === 'no') return [];
      if (answer.answer === 'yes') answers.push(answer);
      else open.push(...answer.missing);
    }
    missing.push(...open);
    if (open.length > 0) return [];
    const named = path.actions.every((action) => isNamed(identity, action, options));
    const { actions, ids, prereq } = path;
    return [{ actions, ids, tier: tierOf(path), prerequisite: prereq, named, answers }];
  });
  const [first] = found;
  if (first?.answers[0]) {
    const statements = found.flatMap(({ answers }) => answers.flatMap(({ allowedBy }) => allowedBy.slice(0, 1)));
    const distinct = [...new Map(statements.map((one) => [JSON.stringify(one), one])).values()];
    return { answer: 'yes', witness: first.answers[0].witness, statements: distinct, paths: found };
  }
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

const isPassRole = (action: string): boolean => action === 'iam:PassRole';

function tierOf({ actions }: EscalationPath): EscalationTier {
  if (actions.some(isPassRole) || actions.join() === 'sts:AssumeRole') return 'pass-role';
  return actions.every((action) => /^(iam|sso|sts):/.test(action)) ? 'direct' : 'existing-target';
}

let minimal: readonly EscalationPath[] | undefined;

/** Paths none of which contains another. Becoming a role is one where it may be any role. */
function minimalPaths(): readonly EscalationPath[] {
  if (minimal) return minimal;
  const all = escalationPaths();
  const within = (small: EscalationPath, large: EscalationPath): boolean =>
    small !== large &&
    small.actions.length < large.actions.length &&
    small.actions.every((one) => large.actions.includes(one));
  minimal = all.filter(
    (path) => !all.some((other) => other.actions.join() !== 'sts:AssumeRole' && within(other, path)),
  );
  return minimal;
}

type May = (action: string, path: EscalationPath) => Answer;

/** Whether the principal may do an action as a path needs it, remembered. */
function permissions(identity: Identity, options: QuestionOptions): May {
  const known = new Map<string, Answer>();
  return (action, path) => {
    const services = isPassRole(action) ? receivers(path) : [];
    const key = [action, ...services].join();
    const answer = known.get(key) ?? judge(identity, action, services, options);
    known.set(key, answer);
    return answer;
  };
}

function judge(identity: Identity, action: string, services: readonly string[], options: QuestionOptions): Answer {
  if (!mayName(identity.policies, action)) return { answer: 'no' };
  if (isPassRole(action)) return anyRole(identity, action, services, options);
  if (action === 'sts:AssumeRole') return anyRole(identity, action, [], options);
  return counterexample([...setsOf(identity), ...targets(action)], [], options);
}

const targetsOf = new Map<string, readonly PolicySet[]>();

/** The resources on which an action leads further. */
function targets(action: string): readonly PolicySet[] {
  const known = targetsOf.get(action);
  if (known) return known;
  const excluded = isVersioning(action)
    ? // Policies of AWS cannot be rewritten.
      ['arn:*:iam::aws:*']
    : isOwnCredential(action)
      ? // New credentials of one's own lead nowhere.
        ['arn:*:iam::*:user/${aws:username}', 'arn:*:iam::*:user/*/${aws:username}']
      : undefined;
  const sets = [
    scope({ actions: [action], resources: resourcesOf(actionNamed(action)) }),
    ...(excluded ? [scope({ actions: [action], notResources: excluded })] : []),
  ];
  targetsOf.set(action, sets);
  return sets;
}

const isVersioning = (action: string): boolean => /^iam:(CreatePolicyVersion|SetDefaultPolicyVersion)$/.test(action);
const isOwnCredential = (action: string): boolean =>
  /^iam:(CreateAccessKey|CreateLoginProfile|UpdateLoginProfile)$/.test(action);

const role = { name: 'role', arn: 'arn:${Partition}:iam::${Account}:role/${Name}' };

/** Whether an action reaches a role that no policy names. Roles that are named were meant. */
function anyRole(identity: Identity, action: string, services: readonly string[], options: QuestionOptions): Answer {
  const missing: string[] = [];
  const conditions = services.length > 0 ? { StringLike: { 'iam:PassedToService': services } } : undefined;
  for (const resource of anyResources(role, identity)) {
    const wanted = scope({ actions: [action], resources: [resource], ...(conditions && { conditions }) });
    const answer = counterexample([...setsOf(identity), wanted], [], options);
    if (answer.answer === 'yes') return answer;
    if (answer.answer === 'undecided') missing.push(...answer.missing);
  }
  return missing.length > 0 ? undecided(missing) : { answer: 'no' };
}

/** Service principals beside `<prefix>.amazonaws.com` that a service's actions hand roles to. */
const otherReceivers: Readonly<Partial<Record<string, readonly string[]>>> = {
  apprunner: ['tasks.apprunner.amazonaws.com', 'build.apprunner.amazonaws.com'],
  autoscaling: ['ec2.amazonaws.com'],
  batch: ['ecs-tasks.amazonaws.com', 'ec2.amazonaws.com'],
  ecs: ['ecs-tasks.amazonaws.com', 'ecs.application-autoscaling.amazonaws.com'],
  elasticmapreduce: ['ec2.amazonaws.com'],
  imagebuilder: ['ec2.amazonaws.com'],
};

/** Who may receive the role in a path. Regional names of services count too. */
const receivers = ({ actions }: EscalationPath): readonly string[] => {
  const prefixes = new Set(
    actions.filter((action) => !isPassRole(action)).map((action) => action.slice(0, action.indexOf(':'))),
  );
  return [...prefixes].flatMap((prefix) => [
    `${prefix}.amazonaws.com*`,
    `${prefix}.*.amazonaws.com*`,
    ...(otherReceivers[prefix] ?? []),
  ]);
};

/** Whether an action is allowed on resources written out one by one only. */
function isNamed(identity: Identity, action: string, options: QuestionOptions): boolean {
  const names = identity.policies.flatMap(({ statements }) =>
    statements.flatMap(({ resources }) =>
      !resources || resources.negated || isUnknown(resources.patterns)
        ? []
        : resources.patterns.flatMap((pattern) => plainText(pattern) ?? []).filter((text) => !/[*?]/.test(text)),
    ),
  );
  if (names.length === 0 || (actionNamed(action)?.resourceTypes.length ?? 1) === 0) return false;
  const others = scope({ actions: [action], notResources: names });
  return counterexample([...setsOf(identity), ...targets(action), others], [], options).answer === 'no';
}
