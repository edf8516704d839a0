import { allow, statements } from '../../support/policies';
import { refer, system, unknown, type Row, type ServiceRows, type Table } from '../../support/row';

const user = (rows: readonly Row[]): Table => ({ cloudformation: 'AWS::IAM::User', terraform: 'aws_iam_user', rows });
const group = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::IAM::Group',
  terraform: 'aws_iam_group',
  rows,
});
const key = (rows: readonly Row[]): Table => ({
  cloudformation: 'AWS::IAM::AccessKey',
  terraform: 'aws_iam_access_key',
  rows,
});
const policy = (rows: readonly (readonly [Row[0], string, unknown])[], name: string): Record<string, Table> => ({
  'password policy of the account': {
    cloudformation: null,
    terraform: 'aws_iam_account_password_policy',
    rows: rows.map(([verdict, when, value]): Row => [verdict, when, null, value === undefined ? {} : { [name]: value }]),
  },
}); // prettier-ignore
const flag = (name: string) =>
  policy(
    [
      ['pass', 'it is required', true],
      ['fail', 'it is not', false],
      ['fail', 'nothing is said', undefined],
      ['undecided', 'it is a variable', unknown],
    ],
    name,
  );

const cfnKey = (status?: unknown) => ({
  type: 'AWS::IAM::AccessKey',
  properties: { UserName: refer(), Status: status },
});
const tfKey = (status?: unknown) => ({ type: 'aws_iam_access_key', properties: { user: refer('it', 'name'), status } });
const cfnKeyOf = (name: unknown) => ({ other: { type: 'AWS::IAM::AccessKey', properties: { UserName: name } } });
const tfKeyOf = (name: unknown) => ({ other: { type: 'aws_iam_access_key', properties: { user: name } } });

const document = statements(allow('s3:GetObject', 'arn:aws:s3:::data/*'));
const withFactor = statements(
  allow('s3:GetObject', 'arn:aws:s3:::data/*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
);
const groupPolicy = (written: unknown) => ({
  rules: { type: 'aws_iam_group_policy', properties: { group: refer('it', 'name'), policy: written } },
});

export const iamPeopleRows: ServiceRows = {
  service: 'iam',
  controls: {
    'users-in-groups': {
      'IAM user': user([
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'it names a group', { Groups: ['people'] }, null],
        ['pass', 'a membership names it', system({ UserName: 'ann' }, { joint: { type: 'AWS::IAM::UserToGroupAddition', properties: { GroupName: 'people', Users: [refer()] } } }), system({ name: 'ann' }, { joint: { type: 'aws_iam_user_group_membership', properties: { user: refer('it', 'name'), groups: ['people'] } } })],
        ['fail', 'a membership names somebody else', system({ UserName: 'ann' }, { joint: { type: 'AWS::IAM::UserToGroupAddition', properties: { GroupName: 'people', Users: ['bob'] } } }), system({ name: 'ann' }, { joint: { type: 'aws_iam_user_group_membership', properties: { user: 'bob', groups: ['people'] } } })],
        ['undecided', 'its groups are a parameter', { Groups: unknown }, null],
        ['undecided', 'whom a membership names is not known', null, system({ name: 'ann' }, { joint: { type: 'aws_iam_user_group_membership', properties: { user: unknown, groups: ['people'] } } })],
      ]),
    },
    'groups-populated': {
      'IAM group': group([
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'a user names it', system({}, { ann: { type: 'AWS::IAM::User', properties: { Groups: [refer()] } } }), system({ name: 'people' }, { joint: { type: 'aws_iam_user_group_membership', properties: { user: 'ann', groups: [refer('it', 'name')] } } })],
        ['pass', 'a membership names users', system({}, { joint: { type: 'AWS::IAM::UserToGroupAddition', properties: { GroupName: refer(), Users: ['ann'] } } }), system({ name: 'people' }, { joint: { type: 'aws_iam_group_membership', properties: { group: refer('it', 'name'), users: ['ann'] } } })],
        ['fail', 'a membership names no user', null, system({ name: 'people' }, { joint: { type: 'aws_iam_group_membership', properties: { group: refer('it', 'name'), users: [] } } })],
        ['undecided', 'whom it names is not known', system({}, { joint: { type: 'AWS::IAM::UserToGroupAddition', properties: { GroupName: refer(), Users: unknown } } }), system({ name: 'people' }, { joint: { type: 'aws_iam_group_membership', properties: { group: refer('it', 'name'), users: unknown } } })],
      ]),
      'membership in a group elsewhere': {
        cloudformation: 'AWS::IAM::UserToGroupAddition',
        terraform: 'aws_iam_group_membership',
        rows: [
          ['pass', 'it names a user', { GroupName: 'people', Users: ['ann'] }, { name: 'm', group: 'people', users: ['ann'] }],
          ['fail', 'it names none', { GroupName: 'people', Users: [] }, { name: 'm', group: 'people', users: [] }],
          ['undecided', 'its users are a parameter', { GroupName: 'people', Users: unknown }, { name: 'm', group: 'people', users: unknown }],
        ],
      },
    },
    'password-history-long': policy(
      [
        ['pass', 'twenty-four', 24],
        ['fail', 'twenty', 20],
        ['fail', 'nothing is said', undefined],
        ['undecided', 'it is a variable', unknown],
      ],
      'password_reuse_prevention',
    ),
    'group-mfa-required': {
      'IAM group': group([
        ['fail', 'it has no policy', {}, {}],
        ['fail', 'its policy asks for nothing more', { Policies: [{ PolicyDocument: document }] }, system({}, groupPolicy(document))],
        ['pass', 'its policy allows with a second factor only', { Policies: [{ PolicyDocument: withFactor }] }, system({}, groupPolicy(withFactor))],
        ['undecided', 'its policy is a parameter', { Policies: [{ PolicyDocument: unknown }] }, system({}, groupPolicy(unknown))],
      ]),
    },
    'access-key-single': {
      'IAM user': user([
        ['silent', 'it has none', {}, {}],
        ['pass', 'it has one', system({}, { one: cfnKey() }), system({}, { one: tfKey() })],
        ['fail', 'it has two', system({}, { one: cfnKey(), two: cfnKey() }), system({}, { one: tfKey(), two: tfKey() })],
        ['pass', 'one of two is switched off', system({}, { one: cfnKey(), two: cfnKey('Inactive') }), system({}, { one: tfKey(), two: tfKey('Inactive') })],
        ['undecided', 'whether one is, is a parameter', system({}, { one: cfnKey(), two: cfnKey(unknown) }), system({}, { one: tfKey(), two: tfKey(unknown) })],
      ]),
      'key of a user elsewhere': key([
        ['pass', 'it is alone', { UserName: 'ann' }, { user: 'ann' }],
        ['fail', 'another is of the same user', system({ UserName: 'ann' }, cfnKeyOf('ann')), system({ user: 'ann' }, tfKeyOf('ann'))],
        ['pass', 'another is of somebody else', system({ UserName: 'ann' }, cfnKeyOf('bob')), system({ user: 'ann' }, tfKeyOf('bob'))],
        ['undecided', 'whose another is, is a parameter', system({ UserName: 'ann' }, cfnKeyOf(unknown)), system({ user: 'ann' }, tfKeyOf(unknown))],
      ]),
    },
    'root-without-keys': {
      'access key': key([
        ['fail', 'it names the root user', { UserName: 'root' }, { user: 'root' }],
        ['fail', 'as reports call it', { UserName: '<root_account>' }, { user: '<root_account>' }],
        ['pass', 'it names another', { UserName: 'rooter' }, { user: 'rooter' }],
        ['undecided', 'whom it names is a parameter', { UserName: unknown }, { user: unknown }],
      ]),
    },
    'password-lowercase-required': flag('require_lowercase_characters'),
    'password-uppercase-required': flag('require_uppercase_characters'),
    'password-digit-required': flag('require_numbers'),
    'password-symbol-required': flag('require_symbols'),
    'password-long': policy(
      [
        ['pass', 'fourteen', 14],
        ['fail', 'thirteen', 13],
        ['fail', 'nothing is said', undefined],
        ['undecided', 'it is a variable', unknown],
      ],
      'minimum_password_length',
    ),
    'password-changeable': policy(
      [
        ['pass', 'it is allowed', true],
        ['fail', 'it is not', false],
        ['pass', 'nothing is said', undefined],
        ['undecided', 'it is a variable', unknown],
      ],
      'allow_users_to_change_password',
    ),
  },
}; // prettier-ignore
