import { policy } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';

const types = { cloudformation: null, terraform: 'aws_ssm_parameter' };
const secure = (more: object) => ({ type: 'SecureString', value: 'not-a-real-secret', ...more });
const plain = (name: unknown, value: unknown) =>
  [
    { Type: 'String', Name: name, Value: value },
    { type: 'String', name, value },
  ] as const;
const patches = (operation: unknown, schedule: unknown) =>
  [
    { Name: 'AWS-RunPatchBaseline', ScheduleExpression: schedule, Parameters: { Operation: [operation] }, Targets: [{ Key: 'InstanceIds', Values: ['*'] }] },
    { name: 'AWS-RunPatchBaseline', schedule_expression: schedule, parameters: { Operation: operation }, targets: [{ key: 'InstanceIds', values: ['*'] }] },
  ] as const; // prettier-ignore
const everyone = policy({ Effect: 'Allow', Principal: '*', Action: 'ssm:GetParameter', Resource: '*' });

export const ssmRows: ServiceRows = {
  service: 'ssm',
  controls: {
    'patching-automatic': {
      'association of Systems Manager': {
        cloudformation: 'AWS::SSM::Association',
        terraform: 'aws_ssm_association',
        rows: [
          ['silent', 'it does something else', { Name: 'AWS-RunShellScript' }, { name: 'AWS-RunShellScript' }],
          ['pass', 'it installs patches on a schedule', ...patches('Install', 'rate(7 days)')],
          ['fail', 'it only looks for them', ...patches('Scan', 'rate(7 days)')],
          ['fail', 'it installs them once', ...patches('Install', undefined)],
          ['undecided', 'what it does is a parameter', ...patches(unknown, 'rate(7 days)')],
        ],
      },
      'patch baseline': {
        cloudformation: 'AWS::SSM::PatchBaseline',
        terraform: 'aws_ssm_patch_baseline',
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a rule approves patches after some days', { OperatingSystem: 'AMAZON_LINUX_2023', ApprovalRules: { PatchRules: [{ ApproveAfterDays: 7 }] } }, { operating_system: 'AMAZON_LINUX_2023', approval_rule: [{ approve_after_days: 7 }] }],
          ['fail', 'its rule approves none after a day', { ApprovalRules: { PatchRules: [{ ApproveUntilDate: '2025-01-01' }] } }, { approval_rule: [{ approve_until_date: '2025-01-01' }] }],
          ['undecided', 'its rules are a parameter', { ApprovalRules: { PatchRules: unknown } }, { approval_rule: unknown }],
        ], // prettier-ignore
      },
    },
    'storage-encrypted': {
      'Parameter Store parameter': {
        ...types,
        rows: [
          ['pass', 'it is a SecureString', null, secure({})],
          ['pass', 'it is plain: every parameter is encrypted', null, { type: 'String', value: 'eu-west-1' }],
          ['undecided', 'its type is a parameter', null, { type: unknown, value: 'not-a-real-secret' }],
        ],
      },
      'plain parameter': {
        cloudformation: 'AWS::SSM::Parameter',
        terraform: null,
        rows: [['silent', 'CloudFormation creates no other', { Type: 'String', Value: 'eu-west-1' }, null]],
      },
    },
    'customer-managed-key': {
      'Parameter Store parameter': {
        ...types,
        rows: [
          ['fail', 'no key is named', null, secure({})],
          ['pass', 'a key is named', null, secure({ key_id: 'alias/ours' })],
          ['undecided', 'the key is a parameter', null, secure({ key_id: unknown })],
        ],
      },
    },
    'no-secret-in-clear': {
      'Parameter Store parameter': {
        ...types,
        rows: [
          ['fail', 'the value of a SecureString is written', null, secure({})],
          ['pass', 'another resource makes it', null, system(secure({ value: refer('password', 'result') }), { password: { type: 'random_password', properties: {} } })], // prettier-ignore
          ['undecided', 'nobody knows where it comes from', null, secure({ value: unknown })],
          ['silent', 'a plain value is written', null, { type: 'String', value: 'eu-west-1' }],
        ],
      },
      'plain parameter': {
        cloudformation: 'AWS::SSM::Parameter',
        terraform: 'aws_ssm_parameter',
        rows: [
          ['fail', 'its name sounds like a secret', ...plain('/ours/db/password', 'hunter-2-hunter')],
          ['fail', 'its name does, in one word', ...plain('/ours/apiKey', 'hunter-2-hunter')],
          ['silent', 'its name does, and its value says where', ...plain('/ours/db/password', 'arn:aws:secretsmanager:a:b:c')],
          ['silent', 'its name does not', ...plain('/ours/region', 'eu-west-1')],
          ['silent', 'its name is not known', ...plain(unknown, 'eu-west-1')],
        ], // prettier-ignore
      },
    },
    'snapshot-not-public': {
      'Systems Manager document': {
        cloudformation: null,
        terraform: 'aws_ssm_document',
        rows: [
          ['silent', 'nothing is said', null, {}],
          ['fail', 'it is shared with everyone', null, { permissions: { type: 'Share', account_ids: 'All' } }],
          [
            'fail',
            'everyone is among those',
            null,
            { permissions: { type: 'Share', account_ids: '111122223333, all' } },
          ],
          [
            'pass',
            'it is shared with one account',
            null,
            { permissions: { type: 'Share', account_ids: '111122223333' } },
          ],
          ['undecided', 'it is a parameter', null, { permissions: { type: 'Share', account_ids: unknown } }],
        ],
      },
    },
    'resource-policy-not-public': {
      'policy of Systems Manager': {
        cloudformation: 'AWS::SSM::ResourcePolicy',
        terraform: null,
        rows: [
          ['fail', 'everyone is let in', { ResourceArn: 'elsewhere', Policy: everyone }, null],
          ['undecided', 'the policy is a parameter', { ResourceArn: 'elsewhere', Policy: unknown }, null],
        ],
      },
    },
  },
};
