import { is, settledTruth, some, truth } from '../../model/truth';
import type { PolicyDocument } from '../../model/policy';
import { shown } from '../../model/policy-patterns';
import type { PolicyFact } from '../../model/fact';
import type { Service } from '../service';
import { withArns } from './arn-shapes';
import { policyDocument } from './policy-document';

/** Policy documents that are only looked up. One that nothing uses answers for itself; the others for their users. */
export const iamPolicyDocument: Service = {
  name: 'iam-policy-document',
  types: { terraform: ['aws_iam_policy_document'] },
  *facts(resource, graph) {
    const document = policyDocument(resource.properties.get('json'));
    if (!document) return;
    const about = { noun: 'policy document', subject: resource };
    const role = roleOf(document);
    if (role !== 'resource') yield { kind: 'written-policy', document, ...about };
    if (role === 'identity') yield { kind: 'permissions', policies: [withArns(document, graph)], ...about };
    else yield { kind: 'policy-document', role, document: withArns(document, graph), ...about };
  },
};

/** What a document is for shows in its statements: who names principals speaks of a resource, or of a role to become. */
function roleOf({ statements, at }: PolicyDocument): PolicyFact['role'] | 'identity' {
  const namesPrincipals = settledTruth(
    some(statements, ({ principals, at: place }) => truth(principals !== undefined, place, 'principals'), 'principals'),
    at,
  );
  if (namesPrincipals.state === 'unknown' || !namesPrincipals.value) return 'identity';
  const assumes = some(
    statements,
    ({ actions }) =>
      some(
        actions.patterns,
        (pattern) => is(pattern, (action) => /^sts:AssumeRole/i.test(shown(action)), 'action'),
        'action',
      ),
    'action',
  );
  return assumes.holds ? 'trust' : 'resource';
}
