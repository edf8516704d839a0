import type { Fact, MultiFactor } from '../../model/fact';
import type { Link, ResourceGraph } from '../../model/graph';
import type { Statement } from '../../model/policy';
import { somePattern, spells } from '../../model/policy-patterns';
import { allows, someStatement } from '../../model/policy-questions';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, every, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { known, otherwise, type Place, type Settled, type Value } from '../../model/value';
import { accessKeyMeaning } from './iam-access-keys';
import { at, grants, principals, typesOf } from './iam-grants';
import { groupsOf } from './iam-groups';
import { userMembership } from './iam-membership';
import { holdingsOf } from './iam-policies';
import { storedSecretFact } from './managed-secret';
import { secretInClear } from './secret';

const users = typesOf('user');

/** States how a user gets permissions, and how it signs in where the user itself says so. */
export function* userFacts(user: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'IAM user', subject: user };
  yield { kind: 'direct-grant', ...about, ...directGrants(user, graph) };
  yield userMembership(user, graph);
  const profile = property(user, 'LoginProfile', null);
  const present = profile.present();
  if (present.state === 'known' && !present.value) return;
  yield { kind: 'credential', longLived: present, ...about };
  yield { kind: 'multi-factor', required: secondFactor(user, graph, present), ...about };
  yield {
    kind: 'secret-in-clear',
    secret: 'console password',
    inClear: secretInClear(profile.get('Password')),
    ...about,
  };
  yield storedSecretFact(about, [profile.get('Password')], graph);
  yield { kind: 'initial-password', mustChange: changed(profile.get('PasswordResetRequired')), ...about };
}

function directGrants(
  user: Resource,
  graph: ResourceGraph,
): { direct: Settled<boolean>; related: readonly Resource[] } {
  const here: Place = { id: user.id, path: [] };
  const { inline, arns } = principals.find(({ type }) => type === user.type) ?? {};
  const own = [inline?.[0], arns].flatMap((path) => (path === undefined ? [] : [at(user, path)]));
  const companions = grants.flatMap(({ type, to }) =>
    to.filter(([kind]) => kind === 'user').map(([, path]) => graph.companions(user, [type], path)),
  );
  const related = companions.flatMap(({ certain }) => certain);
  const direct = any(
    truth(false, here, 'no policy of its own'),
    ...own.map((list) => is(list.present(), (set) => set, 'policies of its own')),
    ...related.map(({ id }) => truth(true, { id, path: [] }, 'names the user')),
    ...companions.flatMap(({ possible }) =>
      possible.map(({ resource, why }) => truth(undefined, { id: resource.id, path: [] }, `may name the user: ${why}`)),
    ),
  );
  return { direct: settledTruth(direct, here), related };
}

/** A policy or attachment that names a user outside the graph gives to that user by itself. */
export function* lonelyDirectGrants(granting: Resource, graph: ResourceGraph): Iterable<Fact> {
  for (const { type, to } of grants.filter((grant) => grant.type === granting.type))
    for (const [kind, path] of to) {
      if (kind !== 'user') continue;
      const named = at(granting, path);
      if (graph.followAll(named, users).every(isManaged)) continue;
      const noun = type.includes('ttachment') ? 'IAM policy attachment' : 'IAM policy';
      const direct = namesSomebody(named, path);
      if (direct) yield { kind: 'direct-grant', noun, subject: granting, direct };
    }
}

/**
 * Whoever it is: an item of the list is somebody, since IAM takes no blank name. A list that is not known may name nobody,
 * and one whose items are blank does.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html (UserName: one character at least)
 */
function namesSomebody(named: Property, path: string): Settled<boolean> | undefined {
  const list = named.list();
  if (list.state !== 'known')
    return isOne(path) && list.state === 'unknown' ? known(true, named.at, 'a user is required') : named.present();
  const [first] = list.value.filter((item) => !isBlank(item.text()));
  return first && known(true, first.at);
}

/** A property that holds one user, and must hold one, rather than a list of them. */
const isOne = (path: string): boolean => !/^users$/i.test(path);

const isBlank = (name: Value<string>): boolean =>
  name.state === 'absent' || (name.state === 'known' && name.value.trim() === '');

const isManaged = (link: Link): boolean => link.state === 'linked' && link.resource.mode === 'managed';

/** Resources that let a user in: where they name it, and what else decides. */
const credentials: Readonly<
  Record<string, { readonly user: string; readonly status?: string; readonly days?: string }>
> = {
  'AWS::IAM::AccessKey': { user: 'UserName', status: 'Status' },
  aws_iam_access_key: { user: 'user', status: 'status' },
  aws_iam_service_specific_credential: { user: 'user_name', status: 'status', days: 'credential_age_days' },
  aws_iam_signing_certificate: { user: 'user_name', status: 'status' },
  aws_iam_user_login_profile: { user: 'user' },
  aws_iam_user_ssh_key: { user: 'username', status: 'status' },
};

/** States what a credential of its own means for the user it belongs to, or for itself where that is elsewhere. */
export function* credentialFacts(credential: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = credentials[credential.type];
  if (!about) return;
  const link = graph.follow(at(credential, about.user), users);
  const user = link.state === 'linked' && link.resource.mode === 'managed' ? link.resource : undefined;
  const stated = { noun: 'IAM user', subject: user ?? credential, related: [credential] };
  yield {
    kind: 'credential',
    longLived: longLived(credential, about),
    ...stated,
    ...accessKeyMeaning(credential, graph),
  };
  if (credential.type !== 'aws_iam_user_login_profile') return;
  const here = known(true, at(credential, about.user).at);
  yield {
    kind: 'initial-password',
    mustChange: changed(credential.properties.get('password_reset_required')),
    ...stated,
  };
  yield {
    kind: 'multi-factor',
    required: user
      ? secondFactor(user, graph, here)
      : settledTruth(truth(undefined, here.at, 'the policies of the user stand elsewhere'), here.at),
    ...stated,
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html (PasswordResetRequired) */
const changed = (switched: Property): Settled<boolean> =>
  otherwise(switched.flag(), false, 'the password stays unless told otherwise');

/**
 * Keys and passwords work until they are switched off; some may be given an age.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html (active when made)
 */
function longLived(credential: Resource, { status, days }: { status?: string; days?: string }): Settled<boolean> {
  const here: Place = { id: credential.id, path: [] };
  const active =
    status === undefined
      ? known('Active', here, 'a password is active when made')
      : otherwise(at(credential, status).text(), 'Active', 'active when made');
  const aged = days === undefined ? known(false, here, 'it has no age') : at(credential, days).present();
  return settledTruth(
    all(
      is(active, (state) => state.toLowerCase() !== 'inactive', 'status'),
      not(is(aged, (set) => set, 'age')),
    ),
    here,
  );
}

/**
 * Whether a user with a password needs a second factor as well: a policy of the user or of its groups denies what is
 * asked without one, or all of them allow with one only.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function secondFactor(user: Resource, graph: ResourceGraph, password: Settled<boolean>): Settled<boolean> {
  const here: Place = { id: user.id, path: [] };
  const memberships = groupsOf(user, graph);
  const holders = [
    user,
    ...memberships.flatMap((link) => (isManaged(link) && link.state === 'linked' ? [link.resource] : [])),
  ];
  const holdings = holders.map((holder) => holdingsOf(holder, graph));
  const policies = holdings.flat().map(({ policy }) => policy);
  const documents = policies.flatMap((policy) => ('statements' in policy ? [policy] : []));
  // AWS's own policies neither demand a second factor nor refuse to do without.
  const owned = policies.some((policy) => 'managed' in policy);
  const hidden = memberships.some((link) => !isManaged(link)) || policies.some((policy) => 'among' in policy);
  const demanded = any(
    truth(false, here, 'no policy demands a second factor'),
    ...documents.map((document) => someStatement(document, refusesWithoutFactor, 'no Deny without a second factor')),
    all(
      truth(documents.length > 0 && !owned, here, 'no policy demands a second factor'),
      ...documents.map(({ statements }) => every(statements, grantsWithFactor, 'a second factor')),
    ),
    ...(hidden ? [truth(undefined, here, "some of its policies, or of its groups', stand elsewhere")] : []),
  );
  return settledTruth(any(demanded, not(is(password, (set) => set, 'password'))), here);
}

/** Whether the members of a group need a second factor for what the group gives them. */
export const groupFactor = (group: Resource, graph: ResourceGraph): MultiFactor => ({
  kind: 'multi-factor',
  of: 'group',
  noun: 'IAM group',
  subject: group,
  required: secondFactor(group, graph, known(true, { id: group.id, path: [] })),
  related: holdingsOf(group, graph).flatMap(({ related }) => related),
});

const refusesWithoutFactor = (statement: Statement): Truth =>
  all(
    is(statement.effect, (effect) => effect === 'Deny', 'effect'),
    some(
      statement.conditions,
      ({ operator, key, values, at: place }) =>
        any(
          all(
            truth(/^Bool(IfExists)?$/i.test(operator) && isFactor(key), place, `condition on ${key}`),
            somePattern(values, spells('false'), `condition on ${key}`),
          ),
          truth(/^NumericGreaterThan/i.test(operator) && isFactor(key), place, `condition on ${key}`),
        ),
      'no condition on the second factor',
    ),
  );

const grantsWithFactor = (statement: Statement): Truth =>
  any(
    not(allows(statement)),
    some(
      statement.conditions,
      ({ operator, key, values, at: place }) =>
        any(
          all(
            truth(/^Bool$/i.test(operator) && isFactor(key), place, `condition on ${key}`),
            somePattern(values, spells('true'), `condition on ${key}`),
          ),
          truth(/^NumericLessThan(Equals)?$/i.test(operator) && isFactor(key), place, `condition on ${key}`),
        ),
      'no condition on the second factor',
    ),
  );

const isFactor = (key: string): boolean => /^aws:MultiFactorAuth(Present|Age)$/i.test(key);
