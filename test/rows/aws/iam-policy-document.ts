import { unknown, type Row, type ServiceRows, type Table } from '../../support/row';

const table = (...rows: readonly (readonly [Row[0], string, unknown])[]): Table => ({
  cloudformation: null,
  terraform: 'data.aws_iam_policy_document',
  rows: rows.map(([verdict, when, statement]) => [
    verdict,
    when,
    null,
    { json: statement === unknown ? unknown : { Statement: [statement] } },
  ]),
});

const everyone = { Effect: 'Allow', Principal: { AWS: '*' } };

/** A document that nothing uses answers for itself. */
export const iamPolicyDocumentRows: ServiceRows = {
  service: 'iam-policy-document',
  controls: {
    'iam-no-admin': {
      'policy document that nothing uses': table(
        ['fail', 'it allows everything', { Effect: 'Allow', Action: '*', Resource: '*' }],
        ['pass', 'it denies everything', { Effect: 'Deny', Action: '*', Resource: '*' }],
        ['undecided', 'it is not known', unknown],
        ['silent', 'it speaks of principals, and so of a resource', { ...everyone, Action: '*', Resource: '*' }],
      ),
    },
    'policy-actions-named': {
      'policy document that nothing uses': table(
        ['fail', 'it allows everything', { Effect: 'Allow', Action: '*', Resource: '*' }],
        ['pass', 'it denies everything', { Effect: 'Deny', Action: '*', Resource: '*' }],
        ['undecided', 'it is not known', unknown],
        ['silent', 'it speaks of principals, and so of a resource', { ...everyone, Action: '*', Resource: '*' }],
      ),
    },
    'resource-policy-not-public': {
      'policy document that nothing uses': table(
        ['fail', 'it lets everyone in', { ...everyone, Action: 's3:GetObject', Resource: '*' }],
        ['silent', 'it names no principal', { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
      ),
    },
    'trust-policy-confined': {
      'policy document that nothing uses': table([
        'fail',
        'everyone may assume',
        { ...everyone, Action: 'sts:AssumeRole' },
      ]),
    },
  },
};
