import type { Permissions } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Element, HeldPolicy, Statement } from '../../model/policy';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { known, unknown, type Place } from '../../model/value';
import type { Context } from '../service';
import { arnOf, withArns } from './arn-shapes';
import { at, attachable, grantOf, grants, principals, reachOf, type Principal } from './iam-grants';
import { groupsOf } from './iam-groups';
import { awsManagedName } from './iam-managed-policies';
import { policyDocument } from './policy-document';
import { isServiceDuty } from './service-duties';

/** A policy that a principal has, and the resources that gave it. */
export interface Holding {
  readonly policy: HeldPolicy;
  readonly related: readonly Resource[];
}

/** Every policy that a principal has: its own, those it names, and those that name it. */
export function holdingsOf(principal: Resource, graph: ResourceGraph): readonly Holding[] {
  const about = principals.find(({ type }) => type === principal.type);
  if (!about) return [];
  return [
    ...inlinePolicies(principal, about),
    ...(about.arns === undefined ? [] : byArns(at(principal, about.arns), graph)),
    ...grants.flatMap(({ type, to }) =>
      to
        .filter(([kind]) => kind === about.kind)
        .flatMap(([, path]) =>
          graph.companions(principal, [type], path).certain.flatMap((granting) => givenBy(granting, graph)),
        ),
    ),
  ].map(({ policy, related }) => ({ policy: readable(policy, graph), related }));
}

/** The policy with its references written out. */
function readable(policy: HeldPolicy, graph: ResourceGraph): HeldPolicy {
  if ('managed' in policy) return policy;
  if ('statements' in policy) return withArns(policy, graph);
  return { ...policy, among: policy.among.map((some) => some.map((one) => readable(one, graph))) };
}

/** What a granting resource gives: its own document, or those that it names. */
function givenBy(granting: Resource, graph: ResourceGraph): readonly Holding[] {
  const { document, arns } = grantOf(granting) ?? {};
  const own = document === undefined ? undefined : policyDocument(at(granting, document));
  return [
    ...(own ? [{ policy: own, related: [] }] : []),
    ...(arns === undefined ? [] : byArns(at(granting, arns), graph)),
  ].map((held) => ({ ...held, related: [...held.related, granting] }));
}

/** The policies that stand in a principal. One that may also be missing stands as a choice. */
export function inlinePolicies(principal: Resource, { inline }: Principal): readonly Holding[] {
  if (!inline) return [];
  const [path, inner] = inline;
  const list = at(principal, path);
  const places = inner === null ? [{ item: list }] : itemsOf(list);
  return places.flatMap(({ item, why }): readonly Holding[] => {
    const document = policyDocument(inner === null ? item : item.get(inner));
    return document ? [possibly({ policy: document, related: [] }, why)] : [];
  });
}

interface Item {
  readonly item: Property;
  /** Why the item may also be missing. */
  readonly why?: string;
}

/** The items of a list, or of either branch of a condition; of a list that is not known, itself. */
export function itemsOf(list: Property): readonly Item[] {
  const branches = list.branches();
  if (branches.length > 1) {
    const items = list.list();
    const why = items.state === 'unknown' ? items.why : 'a condition decides';
    return branches.flatMap((branch) => itemsOf(branch).map(({ item }) => ({ item, why })));
  }
  const items = list.list();
  if (items.state === 'absent') return [];
  return items.state === 'known' ? items.value.map((item) => ({ item })) : [{ item: list }];
}

const byArns = (list: Property, graph: ResourceGraph): readonly Holding[] =>
  itemsOf(list).flatMap(({ item, why }) => byArn(item, graph).map((held) => possibly(held, why)));

/** A policy that may also be missing. */
const possibly = ({ policy, related }: Holding, why: string | undefined): Holding => ({
  policy: why === undefined ? policy : { among: [[policy], []], why, at: policy.at },
  related,
});

/** The policy that an ARN names, or those that it may. One whose text nobody shows is a document that is not known. */
function byArn(arn: Property, graph: ResourceGraph): readonly Holding[] {
  const branches = arn.branches();
  if (branches.length > 1) {
    const held = branches.map((branch) => byArn(branch, graph));
    const among = held.map((some) => some.map(({ policy }) => policy));
    const related = held.flat().flatMap((one) => one.related);
    return [{ policy: { among, why: 'a condition decides', at: arn.at }, related }];
  }
  const managed = awsManagedName(arn);
  if (managed !== undefined) return [{ policy: { managed, at: arn.at }, related: [] }];
  const link = graph.follow(arn, attachable);
  if (link.state === 'absent') return [];
  if (link.state === 'outside') return [elsewhere(`the policy ${link.value} stands elsewhere`, arn.at)];
  if (link.state === 'unknown') return [hidden(link.why, arn.at)];
  const { resource } = link;
  const looked = resource.mode === 'data' ? awsManagedName(resource.properties.get('arn')) : undefined;
  if (looked !== undefined) return [{ policy: { managed: looked, at: arn.at }, related: [] }];
  const document = policyDocument(at(resource, grantOf(resource)?.document ?? 'policy'));
  return document
    ? [{ policy: document, related: resource.mode === 'managed' ? [resource] : [] }]
    : [elsewhere(`the text of ${resource.address} stands elsewhere`, arn.at)];
}

/**
 * A policy that stands elsewhere allows more, nobody knows what. That it takes back what is allowed here is not assumed:
 * whoever is an administrator in sight would otherwise be none for a policy out of sight.
 */
function elsewhere(why: string, place: Place): Holding {
  const any: Element = { negated: false, patterns: unknown(why, place) };
  const statement: Statement = {
    at: place,
    effect: known('Allow', place),
    actions: any,
    resources: any,
    conditions: unknown(why, place),
  };
  return { policy: { version: '2012-10-17', at: place, statements: known([statement], place) }, related: [] };
}

const hidden = (why: string, place: Place): Holding => ({
  policy: { version: '2012-10-17', at: place, statements: unknown(why, place) },
  related: [],
});

/** States what a principal may do: everything attached to it, in the end kept within its boundary. */
export function* principalPermissions(
  principal: Resource,
  graph: ResourceGraph,
  context: Context,
): Iterable<Permissions> {
  const about = principals.find(({ type }) => type === principal.type);
  if (!about) return;
  const own = holdingsOf(principal, graph);
  const groups = about.kind === 'user' ? groupHoldings(principal, graph) : [];
  // A member with nothing of its own has what its one group has, which answers for itself.
  if (own.length === 0 && groups.length < 2) return;
  const sorted = own.map(({ policy }) => ({ policy, duty: isServiceDuty(policy, principal) }));
  const duties = sorted.filter(({ duty }) => duty === true).map(({ policy }) => policy);
  const boundary = boundaryOf(principal, graph);
  const related = [...own, ...groups.flat()].flatMap((held) => held.related);
  const self = [principal, ...related].flatMap((one) => {
    const arn = isIdentity(one) ? arnOf(one) : undefined;
    return arn ? [arn] : [];
  });
  yield {
    kind: 'permissions',
    noun: about.noun,
    subject: principal,
    policies: sorted.flatMap(({ policy, duty }) =>
      duty === true ? [] : [duty === false ? policy : perhapsDuty(policy)],
    ),
    ...(duties.length > 0 && { duties }),
    related,
    ...(groups.length > 0 && { groups: groups.map((held) => held.map(({ policy }) => policy)) }),
    ...(boundary && { boundary }),
    self,
    ...referenceIn(context),
  };
}

/** A policy that is somebody's to answer for, or a duty of the provider. */
const perhapsDuty = (policy: HeldPolicy): HeldPolicy => ({
  among: [[policy], []],
  why: 'who may become the role is not known',
  at: policy.at,
});

/** Principals and attachable policies have an ARN of their own. */
const isIdentity = ({ type }: Resource): boolean =>
  attachable.includes(type) || principals.some((about) => about.type === type);

const groupHoldings = (user: Resource, graph: ResourceGraph): readonly (readonly Holding[])[] =>
  groupsOf(user, graph).flatMap((link) =>
    link.state === 'linked' && link.resource.mode === 'managed'
      ? [holdingsOf(link.resource, graph).map((held) => ({ ...held, related: [...held.related, link.resource] }))]
      : [],
  );

/** What the permissions of a role or user are kept within, where something is written. */
function boundaryOf(principal: Resource, graph: ResourceGraph): HeldPolicy | undefined {
  const arn = property(principal, 'PermissionsBoundary', 'permissions_boundary');
  const present = arn.present();
  if (present.state === 'known' && !present.value) return undefined;
  const [held, ...others] = byArn(arn, graph);
  if (!held || others.length > 0) return hidden('which boundary it has is not known', arn.at).policy;
  return readable(held.policy, graph);
}

/** What a policy allows that nobody has but as a boundary, it gives to nobody. */
function isBoundary(policy: Resource, graph: ResourceGraph): boolean {
  const key = policy.vocabulary === 'cloudformation' ? 'PermissionsBoundary' : 'permissions_boundary';
  const types = principals.filter(({ kind }) => kind === 'role' || kind === 'user').map(({ type }) => type);
  return graph.companions(policy, types, key).certain.length > 0;
}

const referenceIn = ({ iam }: Context): Pick<Permissions, 'reference'> =>
  iam?.reference === undefined ? {} : { reference: iam.reference };

/**
 * States the policy of a granting resource that no principal of the graph answers for, or not it alone. A policy that it
 * names and that stands in the graph speaks for itself; a boundary gives nothing, and is judged with those within it.
 */
export function* lonelyPermissions(granting: Resource, graph: ResourceGraph, context: Context): Iterable<Permissions> {
  const reach = reachOf(granting, graph);
  if (!reach.open && (reach.principals.length > 0 || isBoundary(granting, graph))) return;
  const noun = grantOf(granting)?.document === undefined ? 'IAM policy attachment' : 'IAM policy';
  for (const { policy, related } of givenBy(granting, graph))
    if (related.every((resource) => resource === granting))
      yield {
        kind: 'permissions',
        noun,
        subject: granting,
        policies: [readable(policy, graph)],
        ...referenceIn(context),
      };
}
