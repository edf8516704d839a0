import type { AttachedPolicy } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { isPlain, shown } from '../../model/policy-patterns';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, narrow, unknown, type Settled } from '../../model/value';
import { at, attachable, grantOf, principals, typesOf } from './iam-grants';
import { awsManagedName } from './iam-managed-policies';
import { itemsOf } from './iam-policies';

/**
 * What AWS wrote for those who administer an account, its users or all but those.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html
 */
const administrators: ReadonlySet<string> = new Set(['AdministratorAccess', 'IAMFullAccess', 'PowerUserAccess']);

/** States each policy that a principal is given by name: by itself, or by an attachment, which speaks for the principal. */
export function* attachedPolicyFacts(resource: Resource, graph: ResourceGraph): Iterable<AttachedPolicy> {
  const about = principals.find(({ type }) => type === resource.type);
  if (about?.arns !== undefined) yield* attached(about.noun, resource, at(resource, about.arns), graph);
  const grant = grantOf(resource);
  if (grant?.arns === undefined) return;
  const named = at(resource, grant.arns);
  const holders = grant.to.flatMap(([kind, path]) =>
    graph
      .followAll(at(resource, path), typesOf(kind))
      .flatMap((link) => (link.state === 'linked' && link.resource.mode === 'managed' ? [link.resource] : [])),
  );
  if (holders.length === 0) yield* attached('IAM policy attachment', resource, named, graph);
  for (const holder of holders) {
    const noun = principals.find(({ type }) => type === holder.type)?.noun ?? 'IAM principal';
    yield* attached(noun, holder, named, graph, [resource]);
  }
}

function* attached(
  noun: string,
  subject: Resource,
  arns: Property,
  graph: ResourceGraph,
  related?: readonly Resource[],
): Iterable<AttachedPolicy> {
  for (const { item, why } of itemsOf(arns)) {
    const name = nameIn(item, graph);
    if (name === undefined) continue;
    const settled = why === undefined ? name : unknown<string>(why, item.at);
    yield {
      kind: 'attached-policy',
      noun,
      subject,
      ...(related && { related }),
      ofProvider: map(settled, (text) => text !== ''),
      administrative: map(settled, (text) => administrators.has(text)),
    };
  }
}

/** The name of a policy of AWS's, or nothing where it is one of the customer's. */
function nameIn(arn: Property, graph: ResourceGraph): Settled<string> | undefined {
  const branches = arn.branches();
  if (branches.length > 1) {
    const names = branches.map((branch) => nameIn(branch, graph));
    const settled = names.flatMap((name) => (name?.state === 'known' ? [name.value] : []));
    const open = unknown<string>('a condition decides', arn.at);
    return settled.length === names.length ? narrow({ ...open, among: settled }) : open;
  }
  const name = awsManagedName(arn);
  if (name !== undefined) return known(name, arn.at);
  const link = graph.follow(arn, attachable);
  if (link.state === 'absent') return undefined;
  if (link.state === 'linked') return known(lookedUp(link.resource) ?? '', arn.at);
  if (link.state === 'outside' || isCustomers(arn)) return known('', arn.at);
  return unknown(link.why, arn.at);
}

const lookedUp = ({ mode, properties }: Resource): string | undefined =>
  mode === 'data' ? awsManagedName(properties.get('arn')) : undefined;

/** An ARN with holes whose account is not AWS's own. */
function isCustomers(arn: Property): boolean {
  const parts = arn.parts();
  return (
    parts.state === 'known' && isPlain(parts.value) && /^arn:[^:]*:iam::(?!aws:)[^:]+:policy\//.test(shown(parts.value))
  );
}
