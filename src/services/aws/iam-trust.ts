import type { PolicyFact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import type { Context } from '../service';
import { withArns } from './arn-shapes';
import { accountsOf } from './own-account';
import { policyDocument } from './policy-document';

/** States who may become a role. A role without a readable trust policy does not exist, so none states nothing. */
export function* trustFacts(role: Resource, graph: ResourceGraph, context: Context): Iterable<PolicyFact> {
  const document = policyDocument(property(role, 'AssumeRolePolicyDocument', 'assume_role_policy'));
  if (!document) return;
  yield {
    kind: 'policy-document',
    noun: 'IAM role',
    subject: role,
    role: 'trust',
    document: withArns(document, graph),
    ...accountsOf(role, graph, context),
  };
}
