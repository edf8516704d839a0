import { unknown, type ServiceRows } from '../../support/row';

const statement = (principals: unknown, more: object = {}) => ({
  Arn: 'elsewhere',
  StatementId: 'one',
  Effect: 'Allow',
  Action: ['entityresolution:GetMatchId'],
  Principal: principals,
  ...more,
});

export const entityResolutionRows: ServiceRows = {
  service: 'entity-resolution',
  controls: {
    'resource-policy-not-public': {
      'statement for a workflow elsewhere': {
        cloudformation: 'AWS::EntityResolution::PolicyStatement',
        terraform: null,
        rows: [
          ['fail', 'everyone is let in', statement(['111122223333', '*']), null],
          ['pass', 'an account is let in', statement(['111122223333']), null],
          ['pass', 'everyone is refused', statement(['*'], { Effect: 'Deny' }), null],
          ['pass', 'everyone of an organization is let in', statement(['*'], { Condition: '{"StringEquals":{"aws:PrincipalOrgID":"o-1234567890"}}' }), null], // prettier-ignore
          ['undecided', 'the principals are a parameter', statement(unknown), null],
          ['undecided', 'one of the principals is a parameter', statement(['111122223333', unknown]), null],
          ['undecided', 'the condition is a parameter', statement(['*'], { Condition: unknown }), null],
        ],
      },
    },
  },
};
