import { allow, statements } from '../../support/policies';
import {
  refer,
  system,
  unknown,
  withParameter,
  type Other,
  type Row,
  type ServiceRows,
  type Table,
} from '../../support/row';

const admin = statements(allow('*', '*'));
const reader = statements(allow('s3:GetObject', 'arn:aws:s3:::data/*'));
const denied = statements({ Effect: 'Deny', Action: '*', Resource: '*' });
const versions = (name: string) => statements(allow('iam:CreatePolicyVersion', `arn:aws:iam::*:policy/${name}`));
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';

const table = (cloudformation: string | null, terraform: string | null, rows: readonly Row[]): Table => ({
  cloudformation,
  terraform,
  rows,
});

const policy = (document: unknown): Other => ({
  type: 'AWS::IAM::ManagedPolicy',
  properties: { PolicyDocument: document },
});
const tfPolicy = (document: unknown): Other => ({ type: 'aws_iam_policy', properties: { policy: document } });
const attachment = (role: unknown, arn: unknown): Other => ({
  type: 'aws_iam_role_policy_attachment',
  properties: { role, policy_arn: arn },
});
const membership: Other = { type: 'aws_iam_user_group_membership', properties: { user: refer('it', 'name'), groups: ['staff'] } }; // prettier-ignore
const ownPolicy = (document: unknown): Other => ({
  type: 'aws_iam_user_policy',
  properties: { user: refer('it', 'name'), policy: document },
});
const partition = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess' };

/** Whose fault a policy is: the principal's that has it, or its own where that is elsewhere. */
export const iamAttachmentRows: ServiceRows = {
  service: 'iam',
  controls: {
    'iam-no-admin': {
      'policies of an IAM role': table('AWS::IAM::Role', 'aws_iam_role', [
        ['fail', 'it names AWS\'s own', { ManagedPolicyArns: [administrator] }, { managed_policy_arns: [administrator] }],
        ['fail', 'in a partition that is not known', { ManagedPolicyArns: [partition] }, { managed_policy_arns: ['arn:aws-us-gov:iam::aws:policy/AdministratorAccess'] }],
        ['pass', 'AWS\'s own is of another kind', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }, { managed_policy_arns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }],
        ['undecided', 'the account has one of that name, which stands elsewhere', { ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/AdministratorAccess'] }, { managed_policy_arns: ['arn:aws:iam::123456789012:policy/AdministratorAccess'] }],
        ['undecided', 'it names a parameter', { ManagedPolicyArns: [unknown] }, { managed_policy_arns: [unknown] }],
        ['undecided', 'it may be any of AWS\'s own', { ManagedPolicyArns: [withParameter('arn:aws:iam::aws:policy/')] }, { managed_policy_arns: [withParameter('arn:aws:iam::aws:policy/')] }],
        ['undecided', 'it names nobody knows how many', { ManagedPolicyArns: unknown }, { managed_policy_arns: unknown }],
        ['fail', 'it names one made beside it', system({ ManagedPolicyArns: [refer('wide')] }, { wide: policy(admin) }), system({ managed_policy_arns: [refer('wide', 'arn')] }, { wide: tfPolicy(admin) })],
        ['pass', 'the one beside it is narrow', system({ ManagedPolicyArns: [refer('narrow')] }, { narrow: policy(reader) }), system({ managed_policy_arns: [refer('narrow', 'arn')] }, { narrow: tfPolicy(reader) })],
        ['fail', 'the one beside it names the role', system({}, { wide: { type: 'AWS::IAM::Policy', properties: { PolicyDocument: admin, Roles: [refer()] } } }), system({}, { wide: { type: 'aws_iam_role_policy', properties: { policy: admin, role: refer('it', 'id') } } })],
        ['fail', 'the one beside it names the role by its name', system({ RoleName: 'worker' }, { wide: { type: 'AWS::IAM::RolePolicy', properties: { PolicyDocument: admin, RoleName: 'worker' } } }), system({ name: 'worker' }, { wide: { type: 'aws_iam_role_policy', properties: { policy: admin, role: 'worker' } } })],
        ['fail', 'the managed one beside it names the role', system({}, { wide: { type: 'AWS::IAM::ManagedPolicy', properties: { PolicyDocument: admin, Roles: [refer()] } } }), null],
        ['fail', 'an attachment joins them', null, system({}, { wide: tfPolicy(admin), joint: attachment(refer('it', 'name'), refer('wide', 'arn')) })],
        ['fail', 'an attachment names AWS\'s own', null, system({}, { joint: attachment(refer('it', 'name'), administrator) })],
        ['fail', 'an attachment names several roles', null, system({}, { joint: { type: 'aws_iam_policy_attachment', properties: { name: 'joint', roles: [refer('it', 'name')], policy_arn: administrator } } })],
        ['fail', 'its attachments are all listed', null, system({}, { joint: { type: 'aws_iam_role_policy_attachments_exclusive', properties: { role_name: refer('it', 'name'), policy_arns: [administrator] } } })],
        ['fail', 'the policy is looked up', null, system({}, { wide: { type: 'aws_iam_policy', properties: { arn: administrator }, data: true }, joint: attachment(refer('it', 'name'), refer('wide', 'arn')) })],
        ['silent', 'another role is named', system({}, { other: { type: 'AWS::IAM::Role', properties: {} }, wide: { type: 'AWS::IAM::Policy', properties: { PolicyDocument: admin, Roles: [refer('other')] } } }), system({}, { other: { type: 'aws_iam_role', properties: {} }, wide: { type: 'aws_iam_role_policy', properties: { policy: admin, role: refer('other', 'id') } } })],
        ['undecided', 'a condition gives it AWS\'s own', { ManagedPolicyArns: [{ 'Fn::If': ['Condition', administrator, { Ref: 'AWS::NoValue' }] }] }, null],
        ['fail', 'a condition gives it one or the other', { ManagedPolicyArns: [{ 'Fn::If': ['Condition', administrator, partition] }] }, null],
        ['undecided', 'a condition gives it any', { ManagedPolicyArns: { 'Fn::If': ['Condition', [administrator], { Ref: 'AWS::NoValue' }] } }, null],
        ['undecided', 'a condition gives it one of its own', { Policies: [{ 'Fn::If': ['Condition', { PolicyDocument: admin }, { Ref: 'AWS::NoValue' }] }] }, null],
        ['pass', 'a condition gives it a narrow one', { Policies: [{ 'Fn::If': ['Condition', { PolicyDocument: reader }, { Ref: 'AWS::NoValue' }] }] }, null],
      ]),
      'boundary of an IAM role': table('AWS::IAM::Role', 'aws_iam_role', [
        ['pass', 'a boundary beside it keeps it within', system({ ManagedPolicyArns: [administrator], PermissionsBoundary: refer('edge') }, { edge: policy(reader) }), system({ managed_policy_arns: [administrator], permissions_boundary: refer('edge', 'arn') }, { edge: tfPolicy(reader) })],
        ['pass', 'AWS\'s own keeps it within', { ManagedPolicyArns: [administrator], PermissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }, { managed_policy_arns: [administrator], permissions_boundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        ['fail', 'the boundary is as wide', { ManagedPolicyArns: [administrator], PermissionsBoundary: administrator }, { managed_policy_arns: [administrator], permissions_boundary: administrator }],
        ['undecided', 'the boundary stands elsewhere', { ManagedPolicyArns: [administrator], PermissionsBoundary: 'arn:aws:iam::123456789012:policy/edge' }, { managed_policy_arns: [administrator], permissions_boundary: 'arn:aws:iam::123456789012:policy/edge' }],
        ['undecided', 'the boundary is a parameter', { ManagedPolicyArns: [administrator], PermissionsBoundary: unknown }, { managed_policy_arns: [administrator], permissions_boundary: unknown }],
      ]),
      'groups of an IAM user': table('AWS::IAM::User', 'aws_iam_user', [
        ['silent', 'its group is one, and answers for it', system({ Groups: [refer('staff')] }, { staff: { type: 'AWS::IAM::Group', properties: { ManagedPolicyArns: [administrator] } } }), system({ name: 'ann' }, { member: membership, staff: { type: 'aws_iam_group', properties: { name: 'staff' } }, joint: { type: 'aws_iam_group_policy_attachment', properties: { group: 'staff', policy_arn: administrator } } })],
        ['silent', 'it has more, and its group is one', system({ Groups: [refer('staff')], Policies: [{ PolicyDocument: reader }] }, { staff: { type: 'AWS::IAM::Group', properties: { ManagedPolicyArns: [administrator] } } }), system({ name: 'ann' }, { member: membership, own: ownPolicy(reader), staff: { type: 'aws_iam_group', properties: { name: 'staff' } }, joint: { type: 'aws_iam_group_policy_attachment', properties: { group: 'staff', policy_arn: administrator } } })],
        ['fail', 'it is one, in a narrow group', system({ Groups: [refer('staff')], Policies: [{ PolicyDocument: admin }] }, { staff: { type: 'AWS::IAM::Group', properties: { Policies: [{ PolicyDocument: reader }] } } }), system({ name: 'ann' }, { member: membership, own: ownPolicy(admin), staff: { type: 'aws_iam_group', properties: { name: 'staff' } }, narrow: { type: 'aws_iam_group_policy', properties: { group: 'staff', policy: reader } } })],
        ['pass', 'its group takes it back', system({ Groups: [refer('staff')], Policies: [{ PolicyDocument: admin }] }, { staff: { type: 'AWS::IAM::Group', properties: { Policies: [{ PolicyDocument: denied }] } } }), system({ name: 'ann' }, { member: membership, own: ownPolicy(admin), staff: { type: 'aws_iam_group', properties: { name: 'staff' } }, narrow: { type: 'aws_iam_group_policy', properties: { group: 'staff', policy: denied } } })],
      ]),
      'policies of an IAM user': table('AWS::IAM::User', 'aws_iam_user', [
        ['fail', 'one names the user', system({}, { wide: { type: 'AWS::IAM::UserPolicy', properties: { PolicyDocument: admin, UserName: refer() } } }), system({}, { wide: { type: 'aws_iam_user_policy', properties: { policy: admin, user: refer('it', 'name') } } })],
        ['fail', 'AWS\'s own is attached', { ManagedPolicyArns: [administrator] }, system({}, { joint: { type: 'aws_iam_user_policy_attachment', properties: { user: refer('it', 'name'), policy_arn: administrator } } })],
        ['fail', 'it stands in the user', { Policies: [{ PolicyDocument: admin }] }, null],
        ['silent', 'a role has its name', system({ UserName: 'worker' }, { wide: { type: 'AWS::IAM::RolePolicy', properties: { PolicyDocument: admin, RoleName: 'worker' } } }), system({ name: 'worker' }, { wide: { type: 'aws_iam_role_policy', properties: { policy: admin, role: 'worker' } } })],
      ]),
      'policies of an IAM group': table('AWS::IAM::Group', 'aws_iam_group', [
        ['fail', 'one names the group', system({}, { wide: { type: 'AWS::IAM::GroupPolicy', properties: { PolicyDocument: admin, GroupName: refer() } } }), system({}, { wide: { type: 'aws_iam_group_policy', properties: { policy: admin, group: refer('it', 'name') } } })],
        ['fail', 'AWS\'s own is attached', { ManagedPolicyArns: [administrator] }, system({}, { joint: { type: 'aws_iam_group_policy_attachment', properties: { group: refer('it', 'name'), policy_arn: administrator } } })],
        ['pass', 'it is narrow', { Policies: [{ PolicyDocument: reader }] }, system({}, { narrow: { type: 'aws_iam_group_policy', properties: { policy: reader, group: refer('it', 'name') } } })],
      ]),
      'IAM policy': table('AWS::IAM::ManagedPolicy', 'aws_iam_policy', [
        ['fail', 'nobody has it', { PolicyDocument: admin }, { policy: admin }],
        ['pass', 'nobody has it, and it is narrow', { PolicyDocument: reader }, { policy: reader }],
        ['fail', 'a role elsewhere has it', { PolicyDocument: admin, Roles: ['elsewhere'] }, system({ policy: admin }, { joint: attachment('elsewhere', refer('it', 'arn')) })],
        ['fail', 'nobody knows which role has it', { PolicyDocument: admin, Roles: [unknown] }, system({ policy: admin }, { joint: attachment(unknown, refer('it', 'arn')) })],
        ['silent', 'a role beside it has it, which answers for it', system({ PolicyDocument: admin }, { role: { type: 'AWS::IAM::Role', properties: { ManagedPolicyArns: [refer()] } } }), system({ policy: admin }, { role: { type: 'aws_iam_role', properties: {} }, joint: attachment(refer('role', 'name'), refer('it', 'arn')) })],
        ['silent', 'it is a boundary, which gives nothing', system({ PolicyDocument: admin }, { role: { type: 'AWS::IAM::Role', properties: { PermissionsBoundary: refer() } } }), system({ policy: admin }, { role: { type: 'aws_iam_role', properties: { permissions_boundary: refer('it', 'arn') } } })],
        ['silent', 'it is the boundary of a user', system({ PolicyDocument: admin }, { user: { type: 'AWS::IAM::User', properties: { PermissionsBoundary: refer() } } }), system({ policy: admin }, { user: { type: 'aws_iam_user', properties: { name: 'ann', permissions_boundary: refer('it', 'arn') } } })],
        ['fail', 'it is a boundary, and a role nobody knows has it, too', system({ PolicyDocument: admin, Roles: [unknown] }, { role: { type: 'AWS::IAM::Role', properties: { PermissionsBoundary: refer() } } }), system({ policy: admin }, { role: { type: 'aws_iam_role', properties: { permissions_boundary: refer('it', 'arn') } }, joint: attachment(unknown, refer('it', 'arn')) })],
        ['silent', 'it names a role beside it', system({ PolicyDocument: admin, Roles: [refer('role')] }, { role: { type: 'AWS::IAM::Role', properties: {} } }), null],
        ['fail', 'a role that is looked up has it', null, system({ policy: admin }, { role: { type: 'aws_iam_role', properties: { name: 'elsewhere' }, data: true }, joint: attachment(refer('role', 'name'), refer('it', 'arn')) })],
        ['undecided', 'its document is a parameter', { PolicyDocument: unknown }, { policy: unknown }],
      ]),
      'inline policy': table('AWS::IAM::Policy', 'aws_iam_role_policy', [
        ['fail', 'its role is elsewhere', { PolicyDocument: admin, Roles: ['elsewhere'] }, { policy: admin, role: 'elsewhere' }],
        ['fail', 'nobody knows its role', { PolicyDocument: admin, Roles: [unknown] }, { policy: admin, role: unknown }],
        ['silent', 'a role beside it answers for it', system({ PolicyDocument: admin, Roles: [refer('role')] }, { role: { type: 'AWS::IAM::Role', properties: {} } }), system({ policy: admin, role: refer('role', 'id') }, { role: { type: 'aws_iam_role', properties: {} } })],
      ]),
      'policy attachment': table(null, 'aws_iam_role_policy_attachment', [
        ['fail', 'its role is elsewhere', null, { role: 'elsewhere', policy_arn: administrator }],
        ['undecided', 'its policy is a variable', null, { role: 'elsewhere', policy_arn: unknown }],
        ['silent', 'the policy beside it answers for itself', null, system({ role: 'elsewhere', policy_arn: refer('wide', 'arn') }, { wide: tfPolicy(admin) })],
        ['silent', 'the role beside it answers', null, system({ role: refer('role', 'name'), policy_arn: administrator }, { role: { type: 'aws_iam_role', properties: {} } })],
      ]),
    },
    'iam-no-pass-role-escalation': {
      'policies of an IAM role': table('AWS::IAM::Role', 'aws_iam_role', [
        ['fail', 'one policy passes, another starts', { Policies: [{ PolicyDocument: statements(allow('iam:PassRole', '*')) }, { PolicyDocument: statements(allow('ec2:RunInstances', '*')) }] }, { inline_policy: [{ policy: statements(allow('iam:PassRole', '*')) }, { policy: statements(allow('ec2:RunInstances', '*')) }] }],
        ['pass', 'another policy takes it back', { Policies: [{ PolicyDocument: statements(allow(['iam:PassRole', 'ec2:RunInstances'], '*')) }, { PolicyDocument: denied }] }, { inline_policy: [{ policy: statements(allow(['iam:PassRole', 'ec2:RunInstances'], '*')) }, { policy: denied }] }],
      ]),
    },
    'iam-no-inverted-grant': {
      'policies of an IAM role': table('AWS::IAM::Role', 'aws_iam_role', [
        ['fail', 'it has AWS\'s PowerUserAccess', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] }, { managed_policy_arns: ['arn:aws:iam::aws:policy/PowerUserAccess'] }],
      ]),
    },
    'iam-no-privilege-escalation': {
      'policies of an IAM user': table('AWS::IAM::User', 'aws_iam_user', [
        ['fail', 'it writes the policy that it has', system({ UserName: 'ann' }, { rules: { type: 'AWS::IAM::ManagedPolicy', properties: { ManagedPolicyName: 'ann-rules', Users: [refer()], PolicyDocument: versions('ann-*') } } }), system({ name: 'ann' }, { rules: { type: 'aws_iam_policy', properties: { name: 'ann-rules', policy: versions('ann-*') } }, joint: { type: 'aws_iam_user_policy_attachment', properties: { user: refer('it', 'name'), policy_arn: refer('rules', 'arn') } } })],
        ['pass', 'it writes policies of another name', system({ UserName: 'ann' }, { rules: { type: 'AWS::IAM::ManagedPolicy', properties: { ManagedPolicyName: 'ann-rules', Users: [refer()], PolicyDocument: versions('bob-*') } } }), system({ name: 'ann' }, { rules: { type: 'aws_iam_policy', properties: { name: 'ann-rules', policy: versions('bob-*') } }, joint: { type: 'aws_iam_user_policy_attachment', properties: { user: refer('it', 'name'), policy_arn: refer('rules', 'arn') } } })],
      ]),
      'policies of an IAM role': table('AWS::IAM::Role', 'aws_iam_role', [
        ['fail', 'it has AWS\'s IAMFullAccess', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/IAMFullAccess'] }, { managed_policy_arns: ['arn:aws:iam::aws:policy/IAMFullAccess'] }],
        ['fail', 'it has AWS\'s PowerUserAccess, which may write permission sets', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] }, { managed_policy_arns: ['arn:aws:iam::aws:policy/PowerUserAccess'] }],
      ]),
    },
  },
}; // prettier-ignore

export const identityCenterRows: ServiceRows = {
  service: 'identity-center',
  controls: {
    'sessions-short': {
      'Permission set': {
        cloudformation: 'AWS::SSO::PermissionSet',
        terraform: 'aws_ssoadmin_permission_set',
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'half a day', { SessionDuration: 'PT12H' }, { session_duration: 'PT12H' }],
          ['pass', 'an hour and a half', { SessionDuration: 'PT1H30M' }, { session_duration: 'PT1H30M' }],
          ['undecided', 'it is no duration', { SessionDuration: 'long' }, { session_duration: 'long' }],
          ['undecided', 'it is a parameter', { SessionDuration: unknown }, { session_duration: unknown }],
        ],
      },
    },
    'iam-no-admin': {
      'permission set': table('AWS::SSO::PermissionSet', 'aws_ssoadmin_permission_set', [
        ['fail', 'it allows everything', { InlinePolicy: admin }, system({}, { wide: { type: 'aws_ssoadmin_permission_set_inline_policy', properties: { permission_set_arn: refer('it', 'arn'), inline_policy: admin } } })],
        ['fail', 'it has AWS\'s own', { ManagedPolicies: [administrator] }, system({}, { joint: { type: 'aws_ssoadmin_managed_policy_attachment', properties: { permission_set_arn: refer('it', 'arn'), managed_policy_arn: administrator } } })],
        ['pass', 'it is narrow', { InlinePolicy: reader }, system({}, { narrow: { type: 'aws_ssoadmin_permission_set_inline_policy', properties: { permission_set_arn: refer('it', 'arn'), inline_policy: reader } } })],
        ['undecided', 'its policy is a parameter', { InlinePolicy: unknown }, system({}, { open: { type: 'aws_ssoadmin_permission_set_inline_policy', properties: { permission_set_arn: refer('it', 'arn'), inline_policy: unknown } } })],
      ]),
    },
  },
}; // prettier-ignore
