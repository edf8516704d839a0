import { allow, statements } from '../../support/policies';
import { refer, system, unknown, type Other, type Row, type ServiceRows, type Table } from '../../support/row';

const table = (cloudformation: string | null, terraform: string | null, rows: readonly Row[]): Table => ({
  cloudformation,
  terraform,
  rows,
});
const user = (rows: readonly Row[]): Table => table('AWS::IAM::User', 'aws_iam_user', rows);

const document = statements(allow('s3:GetObject', 'arn:aws:s3:::data/*'));
const withFactor = statements(
  allow('s3:GetObject', 'arn:aws:s3:::data/*'),
  { Effect: 'Deny', NotAction: ['iam:EnableMFADevice', 'sts:GetSessionToken'], Resource: '*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
); // prettier-ignore
const onlyWithFactor = statements(
  allow('s3:*', 'arn:aws:s3:::data', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } } }),
);

const LoginProfile = { Password: '{{resolve:secretsmanager:login}}' };
const login: Other = { type: 'aws_iam_user_login_profile', properties: { user: refer('it', 'name') } };
const ownPolicy = (policy: unknown): Other => ({
  type: 'aws_iam_user_policy',
  properties: { user: refer('it', 'name'), policy },
});
const cfnGroup = (PolicyDocument: unknown): Other => ({
  type: 'AWS::IAM::Group',
  properties: { Policies: [{ PolicyDocument }] },
});
const group: Other = { type: 'aws_iam_group', properties: { name: 'people' } };
const groupPolicy = (policy: unknown): Other => ({
  type: 'aws_iam_group_policy',
  properties: { group: refer('people', 'name'), policy },
});
const membership: Other = {
  type: 'aws_iam_user_group_membership',
  properties: { user: refer('it', 'name'), groups: [refer('people', 'name')] },
};
const members: Other = {
  type: 'aws_iam_group_membership',
  properties: { group: refer('people', 'name'), users: [refer('it', 'name')] },
};

const strong = {
  minimum_password_length: 14, password_reuse_prevention: 24,
  require_lowercase_characters: true, require_uppercase_characters: true, require_numbers: true, require_symbols: true,
}; // prettier-ignore

export const iamUserRows: ServiceRows = {
  service: 'iam',
  controls: {
    'policies-through-groups': {
      'IAM user': user([
        ['pass', 'it has no policy', {}, {}],
        ['fail', 'a policy stands in it', { Policies: [{ PolicyDocument: document }] }, null],
        ['fail', 'it names a policy', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }, null],
        ['fail', 'a policy names it', system({}, { own: { type: 'AWS::IAM::Policy', properties: { PolicyDocument: document, Users: [refer()] } } }), system({}, { own: ownPolicy(document) })],
        ['fail', 'an attachment names it', null, system({}, { joint: { type: 'aws_iam_user_policy_attachment', properties: { user: refer('it', 'name'), policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' } } })],
        ['pass', 'its group has one', system({ Groups: [refer('people')] }, { people: cfnGroup(document) }), system({}, { people: group, membership, policy: groupPolicy(document) })],
        ['undecided', 'its policies are a parameter', { Policies: unknown }, null],
        ['undecided', 'a policy names it, perhaps', system({}, { own: { type: 'AWS::IAM::Policy', properties: { PolicyDocument: document, Users: [unknown] } } }), system({}, { own: { type: 'aws_iam_user_policy', properties: { policy: document, user: unknown } } })],
      ]),
      'policy of a user elsewhere': table('AWS::IAM::Policy', 'aws_iam_user_policy', [
        ['fail', 'it names one', { PolicyDocument: document, Users: ['elsewhere'] }, { policy: document, user: 'elsewhere' }],
        ['fail', 'it names a parameter, whoever that is', { PolicyDocument: document, Users: [unknown] }, null],
        ['undecided', 'it names nobody knows whom', { PolicyDocument: document, Users: unknown }, null],
        ['fail', 'it must name one, whoever that is', null, { policy: document, user: unknown }],
        ['silent', 'the user beside it answers', system({ PolicyDocument: document, Users: [refer('person')] }, { person: { type: 'AWS::IAM::User', properties: {} } }), system({ policy: document, user: refer('person', 'name') }, { person: { type: 'aws_iam_user', properties: {} } })],
      ]),
      'policy of a role': table('AWS::IAM::Policy', 'aws_iam_policy_attachment', [
        ['silent', 'it names a role', { PolicyDocument: document, Roles: ['elsewhere'] }, { name: 'a', roles: ['elsewhere'], policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        ['silent', 'the user has no name, which IAM refuses', null, { name: 'a', users: [''], policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        ['fail', 'the user is a parameter, whoever that is', null, { name: 'a', users: [unknown], policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        ['fail', 'a user of two is known', null, { name: 'a', users: [unknown, 'elsewhere'], policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        ['silent', 'and a group', { PolicyDocument: document, Groups: ['elsewhere'] }, { name: 'a', groups: ['elsewhere'], policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      ]),
    },
    'no-long-lived-credentials': {
      'IAM user': user([
        ['silent', 'it has none here', {}, {}],
        ['fail', 'it has an access key', system({}, { key: { type: 'AWS::IAM::AccessKey', properties: { UserName: refer() } } }), system({}, { key: { type: 'aws_iam_access_key', properties: { user: refer('it', 'name') } } })],
        ['pass', 'its access key is switched off', system({}, { key: { type: 'AWS::IAM::AccessKey', properties: { UserName: refer(), Status: 'Inactive' } } }), system({}, { key: { type: 'aws_iam_access_key', properties: { user: refer('it', 'name'), status: 'Inactive' } } })],
        ['undecided', 'whether it is, is a parameter', system({}, { key: { type: 'AWS::IAM::AccessKey', properties: { UserName: refer(), Status: unknown } } }), system({}, { key: { type: 'aws_iam_access_key', properties: { user: refer('it', 'name'), status: unknown } } })],
        ['fail', 'one of its keys is on', system({}, { off: { type: 'AWS::IAM::AccessKey', properties: { UserName: refer(), Status: 'Inactive' } }, on: { type: 'AWS::IAM::AccessKey', properties: { UserName: refer() } } }), system({}, { off: { type: 'aws_iam_access_key', properties: { user: refer('it', 'name'), status: 'Inactive' } }, on: { type: 'aws_iam_access_key', properties: { user: refer('it', 'name') } } })],
        ['fail', 'it has a password', { LoginProfile }, system({}, { login })],
        ['fail', 'it has a password for a service', null, system({}, { password: { type: 'aws_iam_service_specific_credential', properties: { service_name: 'codecommit.amazonaws.com', user_name: refer('it', 'name') } } })],
        ['pass', 'that ages', null, system({}, { password: { type: 'aws_iam_service_specific_credential', properties: { service_name: 'bedrock.amazonaws.com', user_name: refer('it', 'name'), credential_age_days: 30 } } })],
      ]),
      'access key': table('AWS::IAM::AccessKey', 'aws_iam_access_key', [
        ['fail', 'its user is elsewhere', { UserName: 'elsewhere' }, { user: 'elsewhere' }],
        ['fail', 'its user is a parameter', { UserName: unknown }, { user: unknown }],
        ['silent', 'the user beside it answers', system({ UserName: refer('person') }, { person: { type: 'AWS::IAM::User', properties: {} } }), system({ user: refer('person', 'name') }, { person: { type: 'aws_iam_user', properties: {} } })],
      ]),
    },
    'mfa-required': {
      'IAM user': user([
        ['silent', 'it has no password', {}, {}],
        ['fail', 'it has a password and nothing else', { LoginProfile }, system({}, { login })],
        ['fail', 'its policy asks for nothing more', { LoginProfile, Policies: [{ PolicyDocument: document }] }, system({}, { login, own: ownPolicy(document) })],
        ['pass', 'its policy refuses without a second factor', { LoginProfile, Policies: [{ PolicyDocument: withFactor }] }, system({}, { login, own: ownPolicy(withFactor) })],
        ['pass', 'its policy allows with a second factor only', { LoginProfile, Policies: [{ PolicyDocument: onlyWithFactor }] }, system({}, { login, own: ownPolicy(onlyWithFactor) })],
        ['fail', 'one of its policies allows without', { LoginProfile, Policies: [{ PolicyDocument: onlyWithFactor }, { PolicyDocument: document }] }, system({}, { login, own: ownPolicy(onlyWithFactor), other: ownPolicy(document) })],
        ['pass', 'its group refuses without', system({ LoginProfile, Groups: [refer('people')] }, { people: cfnGroup(withFactor) }), system({}, { login, people: group, membership, policy: groupPolicy(withFactor) })],
        ['pass', 'the group that names it does', system({ LoginProfile }, { people: cfnGroup(withFactor), joint: { type: 'AWS::IAM::UserToGroupAddition', properties: { GroupName: refer('people'), Users: [refer()] } } }), system({}, { login, people: group, members, policy: groupPolicy(withFactor) })],
        ['fail', 'its group does not', system({ LoginProfile, Groups: [refer('people')] }, { people: cfnGroup(document) }), system({}, { login, people: group, membership, policy: groupPolicy(document) })],
        ['undecided', 'its group is elsewhere', { LoginProfile, Groups: ['elsewhere'] }, system({}, { login, joint: { type: 'aws_iam_user_group_membership', properties: { user: refer('it', 'name'), groups: ['elsewhere'] } } })],
        ['undecided', 'its policy stands elsewhere', { LoginProfile, ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/people'] }, system({}, { login, joint: { type: 'aws_iam_user_policy_attachment', properties: { user: refer('it', 'name'), policy_arn: 'arn:aws:iam::123456789012:policy/people' } } })],
        ['undecided', 'whether it has a password is a parameter', { LoginProfile: unknown }, null],
      ]),
      'login of a user elsewhere': table(null, 'aws_iam_user_login_profile', [['undecided', 'its policies are elsewhere too', null, { user: 'elsewhere' }]]),
    },
    'no-secret-in-clear': {
      'password of an IAM user': table('AWS::IAM::User', null, [
        ['fail', 'it is written', { LoginProfile: { Password: 'correct horse' } }, null],
        ['pass', 'it is kept elsewhere', { LoginProfile }, null],
      ]),
      'private key of a certificate': table('AWS::IAM::ServerCertificate', 'aws_iam_server_certificate', [
        ['fail', 'it is written', { PrivateKey: '-----BEGIN PRIVATE KEY-----' }, { private_key: '-----BEGIN PRIVATE KEY-----' }],
        ['pass', 'it is kept elsewhere', { PrivateKey: '{{resolve:secretsmanager:key}}' }, null],
      ]),
    },
    'password-policy-strong': {
      'password policy of the account': table(null, 'aws_iam_account_password_policy', [
        ['pass', 'it asks for all', null, strong],
        ['fail', 'nothing is said', null, {}],
        ['fail', 'short ones will do', null, { ...strong, minimum_password_length: 8 }],
        ['fail', 'symbols are not required', null, { ...strong, require_symbols: false }],
        ['fail', 'digits are not mentioned', null, { ...strong, require_numbers: null }],
        ['pass', 'numbers are text', null, { ...strong, minimum_password_length: '16' }],
        ['undecided', 'the length is a variable', null, { ...strong, minimum_password_length: unknown }],
      ]),
    },
    'password-reuse-refused': {
      'password policy of the account': table(null, 'aws_iam_account_password_policy', [
        ['pass', 'many are refused', null, strong],
        ['fail', 'nothing is said', null, {}],
        ['fail', 'the last one is refused', null, { password_reuse_prevention: 1 }],
        ['undecided', 'how many is a variable', null, { password_reuse_prevention: unknown }],
      ]),
    },
  },
}; // prettier-ignore
