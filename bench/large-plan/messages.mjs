import { arn, attribute, policy, region, secureTransport, variable } from './words.mjs';

/** Topics and queues. */
export const messages = [
  {
    type: 'aws_sns_topic',
    name: 'alerts',
    computed: ['arn', 'beginning_archive_time', 'id', 'owner', 'signature_version'],
    values: ({ name, account, tags, keyId }) => ({
      arn: arn('sns', account, `${name}-alerts`),
      content_based_deduplication: false,
      delivery_policy: '',
      display_name: '',
      fifo_topic: false,
      id: arn('sns', account, `${name}-alerts`),
      kms_master_key_id: keyId,
      name: `${name}-alerts`,
      name_prefix: '',
      owner: account,
      policy: policy(secureTransport('sns:Publish', arn('sns', account, `${name}-alerts`))),
      signature_version: 0,
      tags,
      tags_all: tags,
      tracing_config: '',
    }),
    written: { kms_master_key_id: attribute('aws_kms_key.main', 'key_id'), name: variable('name') },
  },
  queue('dead'),
  queue('jobs'),
];

function queue(purpose) {
  return {
    type: 'aws_sqs_queue',
    name: purpose,
    computed: ['arn', 'deduplication_scope', 'fifo_throughput_limit', 'id', 'redrive_allow_policy', 'url'],
    values: ({ name, account, tags, keyId }) => ({
      arn: arn('sqs', account, `${name}-${purpose}`),
      content_based_deduplication: false,
      deduplication_scope: '',
      delay_seconds: 0,
      fifo_queue: false,
      fifo_throughput_limit: '',
      id: `https://sqs.${region}.amazonaws.com/${account}/${name}-${purpose}`,
      kms_data_key_reuse_period_seconds: 300,
      kms_master_key_id: keyId,
      max_message_size: 262144,
      message_retention_seconds: 1209600,
      name: `${name}-${purpose}`,
      name_prefix: '',
      policy: policy(secureTransport('sqs:*', arn('sqs', account, `${name}-${purpose}`))),
      receive_wait_time_seconds: 20,
      redrive_allow_policy: '',
      redrive_policy: '',
      sqs_managed_sse_enabled: false,
      tags,
      tags_all: tags,
      timeouts: null,
      url: `https://sqs.${region}.amazonaws.com/${account}/${name}-${purpose}`,
      visibility_timeout_seconds: 60,
    }),
    written: { kms_master_key_id: attribute('aws_kms_key.main', 'key_id'), name: variable('name') },
    fault: (values) => ({ ...values, kms_master_key_id: '', sqs_managed_sse_enabled: false }),
  };
}
