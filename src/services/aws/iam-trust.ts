import type { PolicyFact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { withArns } from './arn-shapes';
import { policyDocument } from './policy-document';

/** States who may become a role. A role without a readable trust policy does not exist, so none states nothing. */
export function* trustFacts(role: Resource, graph: ResourceGraph): Iterable<PolicyFact> {
  const document = policyDocument(property(role, 'AssumeRolePolicyDocument', 'assume_role_policy'));
  if (!document) return;
  yield {
    kind: 'policy-document',
    noun: 'IAM role',
    subject: role,
    role: 'trust',
    document: withArns(document, graph),
  };
}
