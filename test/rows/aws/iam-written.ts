import { allow, may, statements, trusting } from '../../support/policies';
import { refer, system, unknown, type Row, type ServiceRows, type Table } from '../../support/row';

const role = (rows: readonly Row[]): Table => ({ cloudformation: 'AWS::IAM::Role', terraform: 'aws_iam_role', rows });

/** Documents that stand in other principals, and in policies by themselves. */
const elsewhere = (rows: readonly (readonly [Row[0], string, unknown])[]): Record<string, Table> => {
  const inPlaces = (place: (document: unknown) => readonly [Row[2], Row[3]]): readonly Row[] =>
    rows.map(([verdict, when, document]) => [verdict, when, ...place(document)]);
  const inPrincipal = (document: unknown): readonly [Row[2], Row[3]] => [
    { Policies: [{ PolicyName: 'own', PolicyDocument: document }] },
    null,
  ];
  const alone = (document: unknown): readonly [Row[2], Row[3]] => [{ PolicyDocument: document }, { policy: document }];
  return {
    'IAM user': { cloudformation: 'AWS::IAM::User', terraform: null, rows: inPlaces(inPrincipal) },
    'IAM group': { cloudformation: 'AWS::IAM::Group', terraform: null, rows: inPlaces(inPrincipal) },
    'managed policy': { cloudformation: 'AWS::IAM::ManagedPolicy', terraform: 'aws_iam_policy', rows: inPlaces(alone) },
    'policy of a role': { cloudformation: 'AWS::IAM::RolePolicy', terraform: 'aws_iam_role_policy', rows: inPlaces(alone) },
    'policy of a user': { cloudformation: 'AWS::IAM::UserPolicy', terraform: 'aws_iam_user_policy', rows: inPlaces(alone) },
    'policy of a group': { cloudformation: 'AWS::IAM::GroupPolicy', terraform: 'aws_iam_group_policy', rows: inPlaces(alone) },
  };
}; // prettier-ignore

const own = 'arn:aws:s3:::data/*';
const everything = statements(allow('*', '*'));
const wide = statements(allow('s3:*', own));
const narrow = statements(allow('s3:GetObject', own));

export const iamWrittenRows: ServiceRows = {
  service: 'iam',
  controls: {
    'policy-actions-named': {
      'IAM role': role([
        ['fail', 'every action is allowed on one thing', ...may(allow('*', own))],
        ['fail', 'every service is spelled out', ...may(allow('*:*', own))],
        ['fail', 'whoever becomes it may do everything', ...trusting({ Service: 'ec2.amazonaws.com' }, undefined, { Action: '*' })],
        ['pass', 'every action of one service', ...may(allow('s3:*', own))],
        ['pass', 'every action is denied', ...may({ Effect: 'Deny', Action: '*', Resource: '*' })],
        ['pass', 'whoever becomes it may do that alone', ...trusting({ Service: 'ec2.amazonaws.com' })],
        ['undecided', 'the action is a parameter', ...may(allow(unknown, own))],
        ['undecided', 'its policies are a parameter', { Policies: unknown }, { inline_policy: unknown }],
        ['silent', 'the policy beside it speaks for itself', system({}, { rules: { type: 'AWS::IAM::ManagedPolicy', properties: { Roles: [refer()], PolicyDocument: everything } } }), system({}, { rules: { type: 'aws_iam_role_policy', properties: { role: refer('it', 'name'), policy: everything } } })],
        ['silent', 'nothing is written', {}, {}],
      ]),
      ...elsewhere([
        ['fail', 'every action is allowed', statements(allow('*', own))],
        ['pass', 'one is', narrow],
        ['undecided', 'the document is a parameter', unknown],
      ]),
    },
    'policy-grants-narrow': {
      'IAM role': role([
        ['fail', 'every action of one service', ...may(allow('s3:*', own))],
        ['fail', 'one action on everything', ...may(allow('s3:GetObject', '*'))],
        ['pass', 'some actions on one thing', ...may(allow('s3:Get*', own))],
        ['pass', 'everything is denied', ...may({ Effect: 'Deny', Action: '*', Resource: '*' })],
        ['undecided', 'the resource is a parameter', ...may(allow('s3:GetObject', unknown))],
      ]),
      ...elsewhere([
        ['fail', 'a whole service is allowed', wide],
        ['pass', 'one action is', narrow],
        ['undecided', 'the document is a parameter', unknown],
      ]),
    },
    'policy-not-administrator': {
      'IAM role': role([
        ['fail', 'everything is allowed', ...may(allow('*', '*'))],
        ['fail', 'everything stands in lists', ...may(allow(['s3:GetObject', '*'], ['*']))],
        ['pass', 'everything is allowed on one thing', ...may(allow('*', own))],
        ['pass', 'a whole service is allowed', ...may(allow('s3:*', '*'))],
        ['undecided', 'the resource is a parameter', ...may(allow('*', unknown))],
      ]),
      ...elsewhere([
        ['fail', 'everything is allowed', everything],
        ['pass', 'one action is', narrow],
        ['undecided', 'the document is a parameter', unknown],
      ]),
    },
    'policy-not-inline': {
      'IAM role': role([
        ['fail', 'a policy stands in it', ...may(allow('s3:GetObject', own))],
        ['undecided', 'whether one does is a parameter', { Policies: unknown }, { inline_policy: unknown }],
        ['silent', 'it has none', ...trusting({ Service: 'ec2.amazonaws.com' })],
      ]),
      'IAM user': { cloudformation: 'AWS::IAM::User', terraform: null, rows: [['fail', 'a policy stands in it', { Policies: [{ PolicyDocument: narrow }] }, null]] },
      'IAM group': { cloudformation: 'AWS::IAM::Group', terraform: null, rows: [['fail', 'a policy stands in it', { Policies: [{ PolicyDocument: narrow }] }, null]] },
      'managed policy': { cloudformation: 'AWS::IAM::ManagedPolicy', terraform: 'aws_iam_policy', rows: [['pass', 'it can be attached to others', { PolicyDocument: narrow }, { policy: narrow }]] },
      'policy of principals': { cloudformation: 'AWS::IAM::Policy', terraform: 'aws_iam_role_policy', rows: [['fail', 'it belongs to those that it names', { PolicyDocument: narrow, Roles: ['app'] }, { policy: narrow, role: 'app' }]] },
    },
  },
}; // prettier-ignore
