import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { member, property, type Resource } from '../../model/resource';
import { chain, combine, known, map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { eitherWay, keyCustody } from './key-custody';
import { storedSecretFact } from './managed-secret';
import { secretFacts } from './secret-facts';

const noun = 'Firehose stream';

export const firehose: Service = {
  name: 'firehose',
  types: {
    cloudformation: ['AWS::KinesisFirehose::DeliveryStream'],
    terraform: ['aws_kinesis_firehose_delivery_stream'],
  },
  *facts(resource, graph) {
    yield* storageFacts(resource, graph);
    yield* secretFacts(resource, noun, secretsOf(resource));
    yield* storedSecretFacts(resource, graph);
    yield* deliveryFacts(resource, graph);
  },
};

/**
 * A stream that is written to directly keeps the records, in clear unless told otherwise. One that reads from another
 * stream or cluster keeps none: its source speaks. What is delivered is its destination's to encrypt.
 *
 * @see https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
 */
function* storageFacts(stream: Resource, graph: ResourceGraph): Iterable<Fact> {
  const direct = writtenDirectly(stream);
  if (direct.state === 'known' && !direct.value) return;
  const encryption = directEncryption(stream, graph);
  yield {
    kind: 'storage-at-rest',
    noun,
    subject: stream,
    encryption: direct.state === 'known' ? encryption : chain(direct, () => encryption),
  };
}

function writtenDirectly(stream: Resource): Settled<boolean> {
  const sources = [
    property(stream, 'KinesisStreamSourceConfiguration', 'kinesis_source_configuration'),
    property(stream, 'MSKSourceConfiguration', 'msk_source_configuration'),
    property(stream, 'DatabaseSourceConfiguration', null),
  ].map((source) => source.present());
  const [kinesis = known(false, { id: stream.id, path: [] }), msk = kinesis, database = kinesis] = sources;
  return combine({ kinesis, msk, database }, (present) =>
    present.kinesis === true || present.msk === true || present.database === true
      ? false
      : Object.values(present).includes(undefined)
        ? undefined
        : true,
  );
}

function directEncryption(stream: Resource, graph: ResourceGraph): Settled<EncryptionState> {
  const at = { id: stream.id, path: [] };
  const because = 'Firehose encrypts only when told to';
  const on =
    stream.vocabulary === 'cloudformation'
      ? property(stream, 'DeliveryStreamEncryptionConfigurationInput', null).present()
      : otherwise(property(stream, null, 'server_side_encryption.enabled').flag(), false, because);
  const type = property(
    stream,
    'DeliveryStreamEncryptionConfigurationInput.KeyType',
    'server_side_encryption.key_type',
  );
  const key = property(stream, 'DeliveryStreamEncryptionConfigurationInput.KeyARN', 'server_side_encryption.key_arn');
  const customers = map(otherwise(type.text(), 'AWS_OWNED_CMK', 'a key of AWS unless told otherwise'), isCustomers);
  return chain(eitherWay(on), (encrypted): Settled<EncryptionState> =>
    encrypted
      ? chain(eitherWay(customers), (own) =>
          own ? keyCustody(key, graph, known('customer-key', type.at)) : known('provider-key', type.at),
        )
      : known('none', at, because),
  );
}

const isCustomers = (type: string): boolean => type === 'CUSTOMER_MANAGED_CMK';

/** Passwords, tokens and keys for destinations outside AWS's own sign-in. */
const secretsOf = (stream: Resource) =>
  [
    ['password of the Redshift destination', property(stream, 'RedshiftDestinationConfiguration.Password', 'redshift_configuration.password')],
    ['token of the Splunk destination', property(stream, 'SplunkDestinationConfiguration.HECToken', 'splunk_configuration.hec_token')],
    ['access key of the HTTP destination', property(stream, 'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey', 'http_endpoint_configuration.access_key')],
    ['private key of the Snowflake destination', property(stream, 'SnowflakeDestinationConfiguration.PrivateKey', 'snowflake_configuration.private_key')],
    ['passphrase of the Snowflake destination', property(stream, 'SnowflakeDestinationConfiguration.KeyPassphrase', 'snowflake_configuration.key_passphrase')],
  ] as const; // prettier-ignore

/** Destinations that Firehose must sign in to, and what it signs in with. */
const signedInto = [
  ['RedshiftDestinationConfiguration', 'Password', 'redshift_configuration', 'password'],
  ['SplunkDestinationConfiguration', 'HECToken', 'splunk_configuration', 'hec_token'],
  ['SnowflakeDestinationConfiguration', 'PrivateKey', 'snowflake_configuration', 'private_key'],
] as const;

/** @see https://docs.aws.amazon.com/firehose/latest/dev/secrets-manager-whats-secret.html */
function* storedSecretFacts(stream: Resource, graph: ResourceGraph): Iterable<Fact> {
  for (const [cloudformation, key, terraform, argument] of signedInto) {
    const destination = property(stream, cloudformation, terraform);
    const present = destination.present();
    if (present.state === 'known' && !present.value) continue;
    const within = (one: string, other: string) => member(destination, stream.vocabulary, one, other);
    yield storedSecretFact(
      { noun, subject: stream },
      [within(key, argument)],
      graph,
      within('SecretsManagerConfiguration.Enabled', 'secrets_manager_configuration.enabled'),
    );
  }
}

/** Where deliveries go, by the spelling of each vocabulary. */
const destinations = [
  ['ExtendedS3DestinationConfiguration', 'extended_s3_configuration'],
  ['S3DestinationConfiguration', null],
  ['RedshiftDestinationConfiguration', 'redshift_configuration'],
  ['ElasticsearchDestinationConfiguration', 'elasticsearch_configuration'],
  ['AmazonopensearchserviceDestinationConfiguration', 'opensearch_configuration'],
  ['AmazonOpenSearchServerlessDestinationConfiguration', 'opensearchserverless_configuration'],
  ['SplunkDestinationConfiguration', 'splunk_configuration'],
  ['HttpEndpointDestinationConfiguration', 'http_endpoint_configuration'],
  ['SnowflakeDestinationConfiguration', 'snowflake_configuration'],
  ['IcebergDestinationConfiguration', 'iceberg_configuration'],
] as const;

/** Whether failed deliveries are recorded, and with whose key what lies in a bucket is encrypted where one is named. */
function* deliveryFacts(stream: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject: stream };
  for (const destination of destinations) {
    const place = property(stream, destination[0], destination[1]);
    const present = place.present();
    if (present.state === 'known' && !present.value) continue;
    const logged = member(
      place,
      stream.vocabulary,
      'CloudWatchLoggingOptions.Enabled',
      'cloudwatch_logging_options.enabled',
    ).flag();
    yield {
      kind: 'audit-log',
      scope: 'execution',
      kept: otherwise(logged, false, 'Firehose records errors only when told to'),
      ...about,
    };
    const key = member(
      place,
      stream.vocabulary,
      'EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN',
      'kms_key_arn',
    );
    const named = key.present();
    if (named.state === 'unknown' || named.value)
      yield {
        kind: 'storage-at-rest',
        encryption: keyCustody(key, graph, known('provider-key', key.at, 'the bucket decides')),
        ...about,
      };
  }
}
