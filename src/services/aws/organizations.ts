import type { Fact } from '../../model/fact';
import type { Statement } from '../../model/policy';
import { isStar, somePattern } from '../../model/policy-patterns';
import { property, type Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { otherwise, unknown } from '../../model/value';
import type { Service } from '../service';
import { policyDocument } from './policy-document';
import { policyFacts, type PolicyPlaces } from './resource-policy';

const delegations = ['AWS::Organizations::ResourcePolicy', 'aws_organizations_resource_policy'];
const policies = ['AWS::Organizations::Policy', 'aws_organizations_policy'];

/** Which member accounts may manage policies of the organization. */
const places: PolicyPlaces = { noun: "organization's delegation policy", inline: ['Content', 'content'] };

export const organizations: Service = {
  name: 'organizations',
  types: {
    cloudformation: [
      'AWS::Organizations::Policy',
      'AWS::Organizations::ResourcePolicy',
      // Accounts and their order: what is allowed in them, the policies say.
      'AWS::Organizations::Account',
      'AWS::Organizations::Organization',
      'AWS::Organizations::OrganizationalUnit',
    ],
    terraform: [
      'aws_organizations_account',
      'aws_organizations_delegated_administrator',
      'aws_organizations_organization',
      'aws_organizations_organizational_unit',
      'aws_organizations_policy',
      'aws_organizations_policy_attachment',
      'aws_organizations_resource_policy',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    yield* policyFacts(resource, delegations, graph, places);
    if (policies.includes(resource.type)) yield* guardrailFacts(resource);
  },
};

/**
 * Policies that bound what accounts and resources may do refuse something: by a Deny, or by allowing less than
 * everything. Policies of other kinds have a language of their own.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
function* guardrailFacts(policy: Resource): Iterable<Fact> {
  const type = otherwise(
    property(policy, 'Type', 'type').text(),
    'SERVICE_CONTROL_POLICY',
    'service control unless told otherwise',
  );
  const noun = "Organization's policy";
  if (type.state === 'unknown') {
    yield { kind: 'guardrail', noun, subject: policy, enforced: unknown(type.why, type.at) };
    return;
  }
  if (!['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'].includes(type.value)) return;
  const content = property(policy, 'Content', 'content');
  const document = policyDocument(content);
  const refuses = document
    ? any(
        some(document.statements, denies, 'nothing is denied'),
        not(some(document.statements, allowsEverything, 'everything is allowed')),
      )
    : truth(false, content.at, 'nothing is written');
  yield { kind: 'guardrail', noun, subject: policy, enforced: settledTruth(refuses, content.at) };
}

const denies = ({ effect }: Statement): Truth => is(effect, (text) => text === 'Deny', 'effect');

const allowsEverything = (statement: Statement): Truth =>
  all(
    not(denies(statement)),
    truth(!statement.actions.negated, statement.at, 'everything but what is named'),
    somePattern(statement.actions.patterns, isStar, 'actions'),
    is(statement.conditions, (conditions) => conditions.length === 0, 'conditions'),
  );
