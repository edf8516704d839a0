import type { PolicyFact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { PolicyDocument, Statement } from '../../model/policy';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, narrow, unknown, type Settled } from '../../model/value';
import { at, attachable, grantOf, grants, principals, reachOf, type Principal } from './iam-grants';
import { awsManagedName, awsManagedStatements } from './iam-managed-policies';
import { perhaps, policyDocument } from './policy-document';

/** A policy that a principal has, and the resources that gave it. */
export interface HeldPolicy {
  readonly document: PolicyDocument;
  readonly related: readonly Resource[];
}

/** The policies of a principal, as far as the graph shows them. */
export interface Holdings {
  readonly policies: readonly HeldPolicy[];
  /** It has, or may have, policies whose text stands elsewhere. */
  readonly more: boolean;
}

/** Every policy that a principal has: its own, those it names, and those that name it. */
export function holdingsOf(principal: Resource, graph: ResourceGraph): Holdings {
  const about = principals.find(({ type }) => type === principal.type);
  if (!about) return { policies: [], more: true };
  return together([
    { policies: inlinePolicies(principal, about), more: false },
    ...(about.arns === undefined ? [] : [byArns(at(principal, about.arns), graph)]),
    ...grants.flatMap(({ type, to }) =>
      to
        .filter(([kind]) => kind === about.kind)
        .map(([, path]) => {
          const { certain, possible } = graph.companions(principal, [type], path);
          const given = together(certain.map((granting) => givenBy(granting, graph)));
          return { ...given, more: given.more || possible.length > 0 };
        }),
    ),
  ]);
}

const together = (parts: readonly Holdings[]): Holdings => ({
  policies: parts.flatMap(({ policies }) => policies),
  more: parts.some(({ more }) => more),
});

/** What a granting resource gives: its own document, or those that it names. */
function givenBy(granting: Resource, graph: ResourceGraph): Holdings {
  const { document, arns } = grantOf(granting) ?? {};
  const { policies, more } = arns === undefined ? together([]) : byArns(at(granting, arns), graph);
  const own = document === undefined ? undefined : policyDocument(at(granting, document));
  return {
    policies: [...(own ? [{ document: own, related: [] }] : []), ...policies].map((held) => ({
      ...held,
      related: [...held.related, granting],
    })),
    more,
  };
}

function inlinePolicies(principal: Resource, { inline }: Principal): readonly HeldPolicy[] {
  if (!inline) return [];
  const [path, inner] = inline;
  const list = at(principal, path);
  const places = inner === null ? [{ item: list }] : itemsOf(list);
  return places.flatMap(({ item, why }): readonly HeldPolicy[] => {
    const document = policyDocument(inner === null ? item : item.get(inner));
    if (!document) return [];
    return [{ document: why === undefined ? document : perhaps(document, why), related: [] }];
  });
}

interface Item {
  readonly item: Property;
  /** Why the item may also be missing. */
  readonly why?: string;
}

/** The items of a list, or of either branch of a condition; of a list that is not known, itself. */
function itemsOf(list: Property): readonly Item[] {
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

const byArns = (list: Property, graph: ResourceGraph): Holdings =>
  together(
    itemsOf(list).map(({ item, why }) => {
      const { policies, more } = byArn(item, graph);
      return {
        policies: policies.map((held) =>
          why === undefined ? held : { ...held, document: perhaps(held.document, why) },
        ),
        more,
      };
    }),
  );

/** The policy that an ARN names. One that neither stands in the graph nor is among AWS's known ones is not shown. */
function byArn(arn: Property, graph: ResourceGraph): Holdings {
  const branches = arn.branches().map((branch) => statementsByArn(branch, graph));
  const more = branches.some(({ hidden }) => hidden === true);
  if (branches.every(({ statements }) => statements === undefined)) return { policies: [], more };
  const statements = whicheverOf(
    branches.map((branch) => branch.statements ?? known([], arn.at)),
    arn,
  );
  return {
    policies: [{ document: { at: arn.at, statements }, related: branches.flatMap(({ related }) => related) }],
    more,
  };
}

function whicheverOf(branches: readonly Settled<readonly Statement[]>[], arn: Property): Settled<readonly Statement[]> {
  const [only] = branches;
  if (only && branches.length === 1) return only;
  const among = branches.flatMap((branch) => (branch.state === 'known' ? [branch.value] : []));
  return among.length === branches.length
    ? narrow(unknown('a condition decides', arn.at, among))
    : unknown('a condition decides', arn.at);
}

interface Named {
  /** Undefined for none, or none that is shown. */
  readonly statements?: Settled<readonly Statement[]>;
  readonly related: readonly Resource[];
  readonly hidden?: boolean;
}

function statementsByArn(arn: Property, graph: ResourceGraph): Named {
  const ownedByAws = awsStatements(arn, arn);
  if (ownedByAws) return ownedByAws;
  const link = graph.follow(arn, attachable);
  if (link.state === 'absent') return { related: [] };
  if (link.state === 'outside') return { related: [], hidden: true };
  if (link.state === 'unknown') return { statements: unknown(link.why, arn.at), related: [], hidden: true };
  const { resource } = link;
  const looked = resource.mode === 'data' ? awsStatements(resource.properties.get('arn'), arn) : undefined;
  if (looked) return looked;
  const document = policyDocument(at(resource, grantOf(resource)?.document ?? 'policy'));
  return document
    ? { statements: document.statements, related: resource.mode === 'managed' ? [resource] : [] }
    : { related: [], hidden: true };
}

/** What a policy of AWS's own says, where it is one; nothing where its text is not known here. */
function awsStatements(arn: Property, { at: place }: Property): Named | undefined {
  const name = awsManagedName(arn);
  if (name === undefined) return undefined;
  const statements = awsManagedStatements(name, place);
  return { ...(statements && { statements: known(statements, place) }), related: [] };
}

/** States the policies of a principal. */
export function* principalPolicyFacts(principal: Resource, graph: ResourceGraph): Iterable<PolicyFact> {
  const about = principals.find(({ type }) => type === principal.type);
  if (!about) return;
  for (const { document, related } of holdingsOf(principal, graph).policies)
    yield { kind: 'policy-document', noun: about.noun, subject: principal, role: 'identity', document, related };
}

/**
 * States the policy of a granting resource that no principal of the graph answers for, or not it alone. A policy that it
 * names and that stands in the graph speaks for itself.
 */
export function* lonelyPolicyFacts(granting: Resource, graph: ResourceGraph): Iterable<PolicyFact> {
  const reach = reachOf(granting, graph);
  if (reach.principals.length > 0 && !reach.open) return;
  const noun = grantOf(granting)?.document === undefined ? 'IAM policy attachment' : 'IAM policy';
  for (const { document, related } of givenBy(granting, graph).policies)
    if (related.every((resource) => resource === granting))
      yield { kind: 'policy-document', noun, subject: granting, role: 'identity', document };
}
