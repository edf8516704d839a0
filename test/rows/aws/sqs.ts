import { policy, policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::SQS::Queue', terraform: 'aws_sqs_queue' };

/** The queue with its policy in a companion. */
const beside = {
  cloudformation: (document: unknown) =>
    system(
      {},
      { rules: { type: 'AWS::SQS::QueuePolicy', properties: { Queues: [refer()], PolicyDocument: document } } },
    ),
  terraform: (document: unknown) =>
    system({}, { rules: { type: 'aws_sqs_queue_policy', properties: { queue_url: refer(), policy: document } } }),
};

const withoutTls = (more: object): object =>
  policy({
    Effect: 'Deny',
    Principal: '*',
    Action: 'sqs:*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    ...more,
  });
const both = (document: object) =>
  [beside.cloudformation(document), beside.terraform(JSON.stringify(document))] as const;

export const sqsRows: ServiceRows = {
  service: 'sqs',
  controls: {
    'storage-encrypted': {
      'SQS queue': {
        ...types,
        // prettier-ignore
        rows: [
          ['pass',      'nothing is said: new queues are encrypted', {},                             {}],
          ['fail',      'its own encryption is switched off',        { SqsManagedSseEnabled: false }, { sqs_managed_sse_enabled: false }],
          ['fail',      'it is switched off as text',                { SqsManagedSseEnabled: 'false' }, { sqs_managed_sse_enabled: 'false' }],
          ['pass',      'its own encryption is switched on',         { SqsManagedSseEnabled: true },  { sqs_managed_sse_enabled: true }],
          ['pass',      'a key is named, though its own is off',     { SqsManagedSseEnabled: false, KmsMasterKeyId: 'alias/aws/sqs' }, { sqs_managed_sse_enabled: false, kms_master_key_id: 'alias/aws/sqs' }],
          ['fail',      'the key is the empty text',                 { SqsManagedSseEnabled: false, KmsMasterKeyId: '' }, { sqs_managed_sse_enabled: false, kms_master_key_id: '' }],
          ['undecided', 'the switch is a parameter',                 { SqsManagedSseEnabled: unknown }, { sqs_managed_sse_enabled: unknown }],
          ['pass',      'only the key is a parameter: either way it is encrypted', { KmsMasterKeyId: unknown }, { kms_master_key_id: unknown }],
        ],
      },
    },
    'customer-managed-key': {
      'SQS queue': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said',          {}, {}],
          ['fail',      "the key is AWS's own",     { KmsMasterKeyId: 'alias/aws/sqs' }, { kms_master_key_id: 'alias/aws/sqs' }],
          ['pass',      'a key is created beside it', system({ KmsMasterKeyId: refer('key') }, { key: { type: 'AWS::KMS::Key', properties: {} } }), system({ kms_master_key_id: refer('key') }, { key: { type: 'aws_kms_key', properties: {} } })],
          ['undecided', 'the key is a parameter',   { KmsMasterKeyId: unknown }, { kms_master_key_id: unknown }],
          ['fail',      "a key that is looked up is AWS's own", null, system({ kms_master_key_id: refer('key', 'arn') }, { key: { type: 'aws_kms_key', properties: { key_id: 'alias/aws/sqs' }, data: true } })],
          ['pass',      'a key that is looked up is ours', null, system({ kms_master_key_id: refer('key', 'arn') }, { key: { type: 'aws_kms_key', properties: { key_id: 'alias/ours' }, data: true } })],
          ['fail',      'a key that was read is not ours', null, system({ kms_master_key_id: refer('key', 'arn') }, { key: { type: 'aws_kms_key', properties: { key_id: '1234', key_manager: 'AWS' }, data: true } })],
          ['undecided', 'nobody knows which key is looked up', null, system({ kms_master_key_id: refer('key', 'arn') }, { key: { type: 'aws_kms_key', properties: { key_id: unknown }, data: true } })],
          ['fail',      'no key is named, whatever the switch', { SqsManagedSseEnabled: unknown }, { sqs_managed_sse_enabled: unknown }],
        ],
      },
    },
    ...policyTables({
      ...types,
      noun: 'SQS queue',
      action: 'sqs:SendMessage',
      inCloudformation: beside.cloudformation,
      inTerraform: (document) => ({ policy: document }),
      withoutPolicy: [{}, {}],
    }),
    'transit-enforced': {
      'SQS queue': {
        ...types,
        // prettier-ignore
        rows: [
          ['fail', 'no policy is written', {}, {}],
          ['pass', 'requests without TLS are denied', ...both(withoutTls({}))],
          ['pass', 'the condition stands as a boolean', ...both(withoutTls({ Condition: { Bool: { 'aws:SecureTransport': false } } }))],
          ['pass', 'key and operator are spelled otherwise', ...both(withoutTls({ Condition: { BoolIfExists: { 'AWS:securetransport': ['false'] } } }))],
          ['pass', 'sending and receiving are denied by a statement each', ...both(policy(
            { Effect: 'Deny', Principal: '*', Action: 'sqs:Send*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
            { Effect: 'Deny', Principal: { AWS: '*' }, Action: ['sqs:ReceiveMessage'], Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }))],
          ['pass', 'every action but another is denied', ...both(withoutTls({ Action: undefined, NotAction: 'sqs:GetQueueUrl' }))],
          ['pass', 'an inline policy beside it denies them', system({}, { rules: { type: 'AWS::SQS::QueueInlinePolicy', properties: { Queue: refer(), PolicyDocument: withoutTls({}) } } }), null],
          ['fail', 'receiving is left out', ...both(withoutTls({ Action: 'sqs:SendMessage' }))],
          ['fail', 'every action but sending is denied', ...both(withoutTls({ Action: undefined, NotAction: 'sqs:Send*' }))],
          ['fail', 'TLS is denied instead', ...both(withoutTls({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))],
          ['fail', 'it is allowed instead of denied', ...both(withoutTls({ Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))],
          ['fail', 'one role alone is denied', ...both(withoutTls({ Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' } }))],
          ['fail', 'somebody is left out', ...both(withoutTls({ Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/reader' } }))],
          ['fail', 'a further condition lets others through', ...both(withoutTls({ Condition: { Bool: { 'aws:SecureTransport': 'false' }, StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } }))],
          ['undecided', 'the policy is settled at deployment', beside.cloudformation(unknown), beside.terraform(unknown)],
          ['undecided', 'a policy whose queue cannot be told may be its own',
            system({}, { rules: { type: 'AWS::SQS::QueuePolicy', properties: { Queues: [unknown], PolicyDocument: withoutTls({}) } } }),
            system({}, { rules: { type: 'aws_sqs_queue_policy', properties: { queue_url: unknown, policy: JSON.stringify(withoutTls({})) } } })],
        ],
      },
      'policy of a queue elsewhere': {
        cloudformation: 'AWS::SQS::QueuePolicy',
        terraform: 'aws_sqs_queue_policy',
        // prettier-ignore
        rows: [
          ['pass', 'requests without TLS are denied', { Queues: ['elsewhere'], PolicyDocument: withoutTls({}) }, { queue_url: 'elsewhere', policy: JSON.stringify(withoutTls({})) }],
          ['fail', 'sending alone is denied', { Queues: ['elsewhere'], PolicyDocument: withoutTls({ Action: 'sqs:SendMessage' }) }, { queue_url: 'elsewhere', policy: JSON.stringify(withoutTls({ Action: 'sqs:SendMessage' })) }],
        ],
      },
    },
  },
};
