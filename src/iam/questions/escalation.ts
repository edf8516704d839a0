import { actionNamed } from '../data/actions';
import { escalationPaths, type EscalationPath } from '../data/escalation';
import { counterexample, type Answer } from '../decide';
import type { PolicySet } from '../model';
import { mayName } from './candidates';
import { answered } from './outright';
import { anyResources, resourcesOf } from './reach';
import { conditionKeys, forAction, onResource, scope } from './scope';
import { anyOf, setsOf, together, undecided, type Identity, type Judgement, type QuestionOptions } from './subject';
import { whollyOpen } from './unknowns';
import { beyondNamed } from './unnamed';

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
  /** Some action of it is confined to resources that somebody named: in words, by reference, by the way they begin. */
  readonly named: boolean;
  /** It writes the permissions of the very principal it belongs to, named or not. Only where that is known: `Identity.self`. */
  readonly self: boolean;
  readonly answers: readonly Extract<Answer, { answer: 'yes' }>[];
}

/** A path that may be one, and what is missing to tell. */
export interface OpenEscalation {
  readonly tier: EscalationTier;
  readonly missing: readonly string[];
}

/** Ways to the permissions of others, the smallest sets of actions only. */
export function escalations(
  identity: Identity,
  options: QuestionOptions = {},
): Judgement<{ readonly paths: readonly Escalation[] }> {
  const { paths, open } = escalationsOf(identity, options);
  const [first] = paths;
  if (first?.answers[0]) {
    const statements = paths.flatMap(({ answers }) => answers.flatMap(({ allowedBy }) => allowedBy.slice(0, 1)));
    const distinct = [...new Map(statements.map((one) => [JSON.stringify(one), one])).values()];
    return { answer: 'yes', witness: first.answers[0].witness, statements: distinct, paths };
  }
  return open.length > 0 ? undecided(open.flatMap(({ missing }) => missing)) : { answer: 'no' };
}

/** The same with what may be a path beside what is one. A path whose kind is open stands among both. */
export function escalationsOf(
  identity: Identity,
  options: QuestionOptions = {},
): { readonly paths: readonly Escalation[]; readonly open: readonly OpenEscalation[] } {
  const unread = whollyOpen(identity);
  if (unread)
    return { paths: [], open: minimalPaths().map((path) => ({ tier: tierOf(path), missing: unread.missing })) };
  const may = permissions(identity, options);
  const nameable = remembering((action) => mayName(identity.policies, action));
  const open: OpenEscalation[] = [];
  const paths = minimalPaths().flatMap((path): readonly Escalation[] => {
    if (!path.actions.every(nameable)) return [];
    const answers = path.actions.map((action) => may(action, path));
    if (answers.some(({ answer }) => answer === 'no')) return [];
    const unnamed = together(path.actions.map((action) => reachesUnnamed(identity, action, options)));
    const self = together(path.actions.map((action) => reachesSelf(identity, action, options)));
    const sure = answers.filter((answer) => answer.answer === 'yes');
    const missing = [together(answers), unnamed, self].flatMap((one) => one.missing);
    const tier = tierOf(path);
    // What is named was meant, whatever it turns out to be called.
    const matters = tier === 'pass-role' || unnamed.answer !== 'no' || self.answer !== 'no';
    if (matters && missing.length > 0) open.push({ tier, missing });
    if (sure.length < answers.length) return [];
    const { actions, ids, prereq } = path;
    const [named, itself] = [unnamed.answer !== 'yes', self.answer === 'yes'];
    return [{ actions, ids, tier, prerequisite: prereq, named, self: itself, answers: sure }];
  });
  return { paths, open };
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

/** Whether the principal may do an action as a path needs it. */
function permissions(identity: Identity, options: QuestionOptions): May {
  const simply = remembering((action) =>
    action === 'sts:AssumeRole'
      ? anyRole(identity, action, [], options)
      : answered(identity, action, () => counterexample([...setsOf(identity), ...targets(action)], [], options)),
  );
  const passing = remembering((services) => anyRole(identity, 'iam:PassRole', services.split(' '), options));
  return (action, path) => (isPassRole(action) ? passing(receivers(path).join(' ')) : simply(action));
}

function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? answer(text);
    known.set(text, found);
    return found;
  };
}

/** The resources on which an action leads further. */
const targets = remembering((action): readonly PolicySet[] => {
  const excluded = isVersioning(action)
    ? // Policies of AWS cannot be rewritten.
      ['arn:*:iam::aws:*']
    : isOwnCredential(action)
      ? // New credentials of one's own lead nowhere.
        ['arn:*:iam::*:user/${aws:username}', 'arn:*:iam::*:user/*/${aws:username}']
      : undefined;
  return [
    scope({ actions: [action], resources: resourcesOf(actionNamed(action)) }),
    ...(excluded ? [scope({ actions: [action], notResources: excluded })] : []),
  ];
});

const isVersioning = (action: string): boolean => /^iam:(CreatePolicyVersion|SetDefaultPolicyVersion)$/.test(action);
const isOwnCredential = (action: string): boolean =>
  /^iam:(CreateAccessKey|CreateLoginProfile|UpdateLoginProfile)$/.test(action);

const role = { name: 'role', arn: 'arn:${Partition}:iam::${Account}:role/${Name}' };

/** Whether an action reaches a role that no policy names. Roles that are named were meant. */
const anyRole = (identity: Identity, action: string, services: readonly string[], options: QuestionOptions): Answer =>
  answered(beyondNamed(identity), action, () => {
    const sets = setsOf(identity);
    const receiving = services.length > 0 ? [receivedBy(services.join(' '))] : [];
    const others = [...receiving, ...sets.map(namelessRequests)];
    return anyOf(anyResources(role, identity), (resource) =>
      counterexample([...sets, forAction(action), onResource(resource), ...others], [], options),
    );
  });

const receivedBy = remembering((services) =>
  scope({ conditions: { StringLike: { 'iam:PassedToService': services.split(' ') } } }),
);

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

/** Keys that say which resource is meant, or what it may be given: a condition on one confines as a name does. */
const namingKey = /^(iam:permissionsboundary|iam:policyarn|[a-z0-9-]+:resourcetag\/.*)$/;

const nameless = new WeakMap<PolicySet, PolicySet>();

/** Requests that meet no condition of a policy set on such a key. */
function namelessRequests(set: PolicySet): PolicySet {
  const known = nameless.get(set);
  if (known) return known;
  const keys = [...conditionKeys(set)].filter((key) => namingKey.test(key));
  const requests = scope({ conditions: { Null: Object.fromEntries(keys.map((key) => [key, 'true'])) } });
  nameless.set(set, requests);
  return requests;
}

/** Whether an action reaches resources that nobody named: a fresh one of some type, or whatever it does without resources. */
function reachesUnnamed(identity: Identity, action: string, options: QuestionOptions): Answer {
  const types = actionNamed(action)?.resourceTypes ?? [];
  if (types.length === 0) return answered(identity, action, () => reachesOne(identity, action, [undefined], options));
  return answered(beyondNamed(identity), action, () => {
    const resources = types.flatMap((type) => anyResources(type, identity));
    return reachesOne(identity, action, resources.map(onResource), options);
  });
}

/** Whether an action reaches one of several resources, unconfined by conditions on what it reaches. */
function reachesOne(
  identity: Identity,
  action: string,
  resources: readonly (PolicySet | undefined)[],
  options: QuestionOptions,
): Answer {
  const sets = setsOf(identity);
  const asked = [...sets, ...sets.map(namelessRequests), ...targets(action)];
  return anyOf(resources, (resource) => counterexample(resource ? [...asked, resource] : asked, [], options));
}

/** Writes that give more to whom they are done to: to the principal itself, a group it is in, a policy it has. */
const givesMore = new Set([
  'iam:AttachGroupPolicy', 'iam:AttachRolePolicy', 'iam:AttachUserPolicy', 'iam:CreatePolicyVersion',
  'iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary', 'iam:PutGroupPolicy',
  'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy', 'iam:PutUserPermissionsBoundary', 'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
]); // prettier-ignore

/** Whether an action writes the permissions of the principal itself. */
const reachesSelf = (identity: Identity, action: string, options: QuestionOptions): Answer =>
  reachesOne(identity, action, givesMore.has(action) ? (identity.self ?? []).map(onResource) : [], options);
