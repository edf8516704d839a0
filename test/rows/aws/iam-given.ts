import { statements, allow } from '../../support/policies';
import { refer, system, unknown, withAccount, type Row, type ServiceRows, type Table } from '../../support/row';

const aws = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
const ours = { PolicyDocument: statements(allow('s3:GetObject', 'arn:aws:s3:::data/*')) };
const attachment = (arn: unknown) => ({
  joint: { type: 'aws_iam_role_policy_attachment', properties: { role: refer('it', 'name'), policy_arn: arn } },
});

/** Policies given by name: to each kind of principal, and by attachments. */
const given = (
  rows: readonly (readonly [Row[0], string, unknown])[],
  more: readonly Row[] = [],
): Record<string, Table> => {
  const principal = (cloudformation: string, terraform: string | null): Table => ({
    cloudformation,
    terraform,
    rows: rows.map(([verdict, when, arn]): Row => [
      verdict,
      when,
      { ManagedPolicyArns: [arn] },
      terraform === null ? null : { managed_policy_arns: [arn] },
    ]),
  });
  return {
    'IAM role': { ...principal('AWS::IAM::Role', 'aws_iam_role'), rows: [...principal('AWS::IAM::Role', 'aws_iam_role').rows, ...more] },
    'IAM user': principal('AWS::IAM::User', null),
    'IAM group': principal('AWS::IAM::Group', null),
    'role of an attachment': { cloudformation: null, terraform: 'aws_iam_role', rows: rows.map(([verdict, when, arn]): Row => [verdict, when, null, system({}, attachment(arn))]) },
    'attachment to a role elsewhere': { cloudformation: null, terraform: 'aws_iam_role_policy_attachment', rows: rows.map(([verdict, when, arn]): Row => [verdict, when, null, { role: 'elsewhere', policy_arn: arn }]) },
  };
}; // prettier-ignore

export const iamGivenRows: ServiceRows = {
  service: 'iam',
  controls: {
    'provider-policies-avoided': given(
      [
        ['fail', 'AWS wrote it', aws('ReadOnlyAccess')],
        ['fail', 'AWS wrote it for a service', aws('service-role/AWSLambdaBasicExecutionRole')],
        ['pass', 'it is of an account', 'arn:aws:iam::111122223333:policy/ours'],
        ['undecided', 'it is a parameter', unknown],
      ],
      [
        ['silent', 'it is given none', {}, {}],
        ['pass', 'it is of this account', { ManagedPolicyArns: [withAccount('arn:aws:iam::', ':policy/ours')] }, null],
        ['undecided', 'which it is given is a parameter', { ManagedPolicyArns: unknown }, { managed_policy_arns: unknown }],
        ['pass', 'it stands beside it', system({ ManagedPolicyArns: [refer('ours')] }, { ours: { type: 'AWS::IAM::ManagedPolicy', properties: ours } }), system({ managed_policy_arns: [refer('ours', 'arn')] }, { ours: { type: 'aws_iam_policy', properties: { policy: ours.PolicyDocument } } })],
        ['fail', 'it is looked up', null, system({ managed_policy_arns: [refer('theirs', 'arn')] }, { theirs: { type: 'aws_iam_policy', properties: { arn: aws('ReadOnlyAccess') }, data: true } })],
      ],
    ),
    'administrator-policies-avoided': given([
      ['fail', 'it is for administrators', aws('AdministratorAccess')],
      ['fail', 'it is for all but users', aws('PowerUserAccess')],
      ['fail', 'it is for users and their permissions', aws('IAMFullAccess')],
      ['pass', 'it is for readers', aws('ReadOnlyAccess')],
      ['pass', 'it is of an account, whatever its name', 'arn:aws:iam::111122223333:policy/AdministratorAccess'],
      ['undecided', 'it is a parameter', unknown],
    ]),
  },
}; // prettier-ignore

const set = { cloudformation: 'AWS::SSO::PermissionSet', terraform: 'aws_ssoadmin_permission_set_inline_policy' };
const written = (document: unknown) => [{ InlinePolicy: document }, { inline_policy: document }] as const;

/** The same of permission sets. */
export const permissionSetPolicyRows: ServiceRows = {
  service: 'identity-center',
  controls: {
    'policy-actions-named': {
      'Permission set': {
        ...set,
        rows: [
          ['fail', 'every action is allowed', ...written(statements(allow('*', 'arn:aws:s3:::data')))],
          ['pass', 'every action of a service', ...written(statements(allow('s3:*', 'arn:aws:s3:::data')))],
          ['undecided', 'the document is a parameter', ...written(unknown)],
        ],
      },
    },
    'administrator-policies-avoided': {
      'Permission set': {
        cloudformation: 'AWS::SSO::PermissionSet',
        terraform: null,
        rows: [
          ['fail', 'it is for administrators', { ManagedPolicies: [aws('AdministratorAccess')] }, null],
          ['pass', 'it is for readers', { ManagedPolicies: [aws('ReadOnlyAccess')] }, null],
          ['undecided', 'it is a parameter', { ManagedPolicies: unknown }, null],
        ],
      },
      'attachment to a set elsewhere': {
        cloudformation: null,
        terraform: 'aws_ssoadmin_managed_policy_attachment',
        rows: [
          ['fail', 'it is for administrators', null, { permission_set_arn: 'arn:set', managed_policy_arn: aws('AdministratorAccess') }],
          ['pass', 'it is for readers', null, { permission_set_arn: 'arn:set', managed_policy_arn: aws('ReadOnlyAccess') }],
        ],
      },
    },
  },
}; // prettier-ignore
