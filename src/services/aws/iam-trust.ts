import type { PolicyFact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Pattern, PolicyDocument, Principals, Statement } from '../../model/policy';
import { property, type Resource } from '../../model/resource';
import { map, type Settled } from '../../model/value';
import { policyDocument } from './policy-document';

/** States who may become a role. A role without a readable trust policy does not exist, so none states nothing. */
export function* trustFacts(role: Resource, graph: ResourceGraph): Iterable<PolicyFact> {
  const document = policyDocument(property(role, 'AssumeRolePolicyDocument', 'assume_role_policy'));
  if (!document) return;
  const account = ownAccount(graph);
  yield {
    kind: 'policy-document',
    noun: 'IAM role',
    subject: role,
    role: 'trust',
    document: namingProviders(document, graph),
    ...(account !== undefined && { account }),
  };
}

/** The account that a plan is for, where it asks who is calling. */
function ownAccount(graph: ResourceGraph): string | undefined {
  const numbers = graph.ofType('aws_caller_identity').flatMap(({ properties }) => {
    const number = properties.get('account_id').text();
    return number.state === 'known' ? [number.value] : [];
  });
  const [only, ...others] = new Set(numbers);
  return others.length === 0 ? only : undefined;
}

const providers = ['AWS::IAM::OIDCProvider', 'aws_iam_openid_connect_provider'];

/** A trusted identity provider of the graph is named by its address: whose tokens it takes depends on who issues them. */
const namingProviders = ({ at, statements }: PolicyDocument, graph: ResourceGraph): PolicyDocument => ({
  at,
  statements: map(statements, (list) =>
    list.map((statement): Statement =>
      statement.principals ? { ...statement, principals: named(statement.principals, graph) } : statement,
    ),
  ),
});

const named = ({ negated, members }: Principals, graph: ResourceGraph): Principals => ({
  negated,
  members: map(members, (list) =>
    list.map((member) =>
      member.kind === 'Federated'
        ? {
            ...member,
            patterns: map(member.patterns, (patterns): readonly Settled<Pattern>[] =>
              patterns.map((pattern) => map(pattern, (parts) => parts.map((part) => addressOf(part, graph)))),
            ),
          }
        : member,
    ),
  ),
});

function addressOf(part: Pattern[number], graph: ResourceGraph): Pattern[number] {
  if (typeof part === 'string') return part;
  const [provider] = part.references.flatMap(({ id }) => graph.byIdentity(id) ?? []);
  if (!provider || !providers.includes(provider.type)) return part;
  const url = property(provider, 'Url', 'url');
  const text = url.text();
  if (text.state === 'known') return `arn:aws:iam:::oidc-provider/${text.value.replace(/^https:\/\//, '')}`;
  // Issued by something of the graph, such as a cluster, the tokens are nobody else's.
  return url.references().length > 0 ? part : { references: [] };
}
