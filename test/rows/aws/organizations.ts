import { policyTables } from '../../support/policy-rows';
import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

const content = (statements: unknown, type = 'SERVICE_CONTROL_POLICY') => {
  const document = { Version: '2012-10-17', Statement: statements };
  return [
    { Type: type, Content: document },
    { type, content: JSON.stringify(document) },
  ] as const;
};
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

export const organizationsRows: ServiceRows = {
  service: 'organizations',
  controls: merged(
    policyTables({
      cloudformation: 'AWS::Organizations::ResourcePolicy',
      terraform: 'aws_organizations_resource_policy',
      noun: 'delegation policy',
      action: 'organizations:ListPolicies',
      inCloudformation: (document) => ({ Content: document }),
      inTerraform: (document) => ({ content: document }),
    }),
    {
      'guardrail-enforced': {
        "organization's policy": {
          cloudformation: 'AWS::Organizations::Policy',
          terraform: 'aws_organizations_policy',
          // prettier-ignore
          rows: [
            ['fail', 'everything is allowed', ...content([everything])],
            ['pass', 'something is denied', ...content([everything, { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }])],
            ['pass', 'something alone is allowed', ...content([{ Effect: 'Allow', Action: ['s3:*'], Resource: '*' }])],
            ['pass', 'everything is allowed in a region', ...content([{ ...everything, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }])],
            ['fail', 'everything is allowed to do with resources', ...content([{ ...everything, Principal: '*' }], 'RESOURCE_CONTROL_POLICY')],
            ['silent', 'it is about tags', ...content([], 'TAG_POLICY')],
            ['fail', 'the kind is not said', null, { content: JSON.stringify({ Statement: [everything] }) }],
            ['undecided', 'it is a parameter', { Type: 'SERVICE_CONTROL_POLICY', Content: unknown }, { content: unknown }],
            ['undecided', 'its kind is a parameter', { Type: unknown, Content: { Statement: [everything] } }, { type: unknown, content: JSON.stringify({ Statement: [everything] }) }],
          ],
        },
      },
    },
  ),
};
