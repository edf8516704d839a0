import type { EncryptionState } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import { encryptionBySwitch } from './key-custody';
import type { PolicyCompanion, PolicyOwner } from './resource-policy';

export const streams = ['AWS::Kinesis::Stream', 'aws_kinesis_stream'];

/**
 * Off unless told otherwise.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_stream (encryption_type)
 */
export function streamEncryption(stream: Resource, graph: ResourceGraph): Settled<EncryptionState> {
  const type = property(stream, 'StreamEncryption.EncryptionType', 'encryption_type').text();
  return encryptionBySwitch(
    map(otherwise(type, 'NONE', 'Kinesis encrypts only when told to'), (name) => name === 'KMS'),
    property(stream, 'StreamEncryption.KeyId', 'kms_key_id'),
    graph,
    { off: 'none', on: 'provider-kms' },
  );
}

const companions: readonly PolicyCompanion[] = [
  {
    types: ['AWS::Kinesis::ResourcePolicy', 'aws_kinesis_resource_policy'],
    target: ['ResourceArn', 'resource_arn'],
    document: ['ResourcePolicy', 'policy'],
  },
];

const stores: readonly EncryptedStore[] = [
  {
    types: streams,
    places: { noun: 'Kinesis stream', companions },
    encryption: streamEncryption,
  },
  {
    types: ['AWS::KinesisVideo::Stream', 'aws_kinesis_video_stream'],
    places: { noun: 'Kinesis video stream' },
    // https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-kms.html
    encryption: withKey(['KmsKeyId', 'kms_key_id'], 'provider-kms', 'Kinesis Video Streams always encrypts'),
  },
];

/** A consumer reads what its stream keeps, and has a policy of its own. */
const consumer: PolicyOwner = {
  types: ['AWS::Kinesis::StreamConsumer', 'aws_kinesis_stream_consumer'],
  places: { noun: 'Kinesis stream consumer', companions },
};

export const kinesis: Service = {
  name: 'kinesis',
  types: {
    cloudformation: [
      'AWS::Kinesis::ResourcePolicy',
      'AWS::Kinesis::Stream',
      'AWS::Kinesis::StreamConsumer',
      // Applications process what other services keep.
      'AWS::KinesisAnalytics::Application',
      'AWS::KinesisAnalytics::ApplicationOutput',
      'AWS::KinesisAnalytics::ApplicationReferenceDataSource',
      'AWS::KinesisAnalyticsV2::Application',
      'AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption',
      'AWS::KinesisAnalyticsV2::ApplicationOutput',
      'AWS::KinesisAnalyticsV2::ApplicationReferenceDataSource',
      // Signals, no data at rest; TLS only.
      'AWS::KinesisVideo::SignalingChannel',
      'AWS::KinesisVideo::Stream',
    ],
    terraform: [
      'aws_kinesis_analytics_application',
      'aws_kinesis_resource_policy',
      'aws_kinesis_stream',
      'aws_kinesis_stream_consumer',
      'aws_kinesis_video_stream',
      'aws_kinesisanalyticsv2_application',
      'aws_kinesisanalyticsv2_application_snapshot',
    ],
  },
  *facts(resource, graph) {
    yield* encryptedStoreFacts(resource, graph, stores, [consumer]);
    // https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html
    if (streams.includes(resource.type))
      yield {
        kind: 'message-retention',
        noun: 'Kinesis stream',
        subject: resource,
        days: map(
          otherwise(
            property(resource, 'RetentionPeriodHours', 'retention_period').number(),
            24,
            'a day unless told otherwise',
          ),
          (hours) => hours / 24,
        ),
      };
  },
};
