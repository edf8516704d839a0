import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { endpointKeptFacts, instanceUpkeepFacts } from './dms-upkeep';
import { alwaysEncrypted } from './key-custody';
import { secretFacts } from './secret-facts';

const endpoints = ['AWS::DMS::Endpoint', 'aws_dms_endpoint'];
const instances = ['AWS::DMS::ReplicationInstance', 'aws_dms_replication_instance'];
const profiles = ['AWS::DMS::InstanceProfile', 'aws_dms_instance_profile'];
const serverless = ['AWS::DMS::ReplicationConfig', 'aws_dms_replication_config'];

export const dms: Service = {
  name: 'dms',
  types: {
    cloudformation: [
      // What is migrated, and when; certificates that are trusted.
      'AWS::DMS::Certificate',
      'AWS::DMS::DataMigration',
      'AWS::DMS::DataProvider',
      'AWS::DMS::Endpoint',
      'AWS::DMS::EventSubscription',
      'AWS::DMS::InstanceProfile',
      'AWS::DMS::MigrationProject',
      'AWS::DMS::ReplicationConfig',
      'AWS::DMS::ReplicationInstance',
      'AWS::DMS::ReplicationSubnetGroup',
      'AWS::DMS::ReplicationTask',
    ],
    terraform: [
      'aws_dms_certificate',
      'aws_dms_data_provider',
      'aws_dms_endpoint',
      'aws_dms_event_subscription',
      'aws_dms_instance_profile',
      'aws_dms_migration_project',
      'aws_dms_replication_config',
      'aws_dms_replication_instance',
      'aws_dms_replication_subnet_group',
      'aws_dms_replication_task',
      'aws_dms_s3_endpoint',
    ],
  },
  *facts(resource, graph, context) {
    if (endpoints.includes(resource.type)) yield* endpointFacts(resource, graph);
    if (instances.includes(resource.type)) yield* instanceFacts(resource, graph, context);
    if (profiles.includes(resource.type))
      yield {
        kind: 'public-endpoint',
        noun: 'DMS instance profile',
        subject: resource,
        role: 'store',
        public: profileIsPublic(resource),
      };
    if (serverless.includes(resource.type))
      yield {
        kind: 'storage-at-rest',
        noun: 'DMS serverless replication',
        subject: resource,
        encryption: alwaysEncrypted(
          property(resource, 'ComputeConfig.KmsKeyId', 'compute_config.kms_key_id'),
          graph,
          'provider-kms',
          'DMS always encrypts its storage',
        ),
      };
  },
};

/** Engines that are reached by HTTPS or by a connection of their own, for which no mode can be chosen. */
const withoutMode = /^(s3|dynamodb|kinesis|elasticsearch|opensearch|neptune|redshift|redshift-serverless|timestream|babelfish-api|kafka|redis)$/; // prettier-ignore

/**
 * How the connection to a database is encrypted: not at all, unless told otherwise.
 *
 * @see https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
 */
function* endpointFacts(endpoint: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'DMS endpoint', subject: endpoint };
  const engine = otherwise(property(endpoint, 'EngineName', 'engine_name').text(), '', 'no engine is named');
  const mode = otherwise(property(endpoint, 'SslMode', 'ssl_mode').text(), 'none', 'connections are not encrypted unless told to be'); // prettier-ignore
  const plaintext = map(mode, (name) => name === 'none');
  const hasMode = map(engine, (name) => !withoutMode.test(name));
  if (hasMode.state === 'unknown' || hasMode.value)
    yield {
      kind: 'data-in-transit',
      plaintext: isTrue(plaintext) && hasMode.state === 'unknown' ? hasMode : plaintext,
      ...about,
      ...(mode.state === 'known' &&
        mode.value !== 'none' && { certificateValidated: known(mode.value.startsWith('verify-'), mode.at) }),
    };
  const ownProtocol = protocolOf(endpoint, engine);
  if (ownProtocol) yield { kind: 'data-in-transit', plaintext: ownProtocol, ...about };
  yield* secretFacts(endpoint, 'DMS endpoint', secretsOf(endpoint));
  yield* endpointKeptFacts(about, graph);
}

const isTrue = (value: Settled<boolean>): boolean => value.state === 'known' && value.value;

/** Redis and Kafka have settings of their own; Redis encrypts unless told otherwise, Kafka when told to. */
function protocolOf(endpoint: Resource, engine: Settled<string>): Settled<boolean> | undefined {
  if (engine.state !== 'known') return undefined;
  const [place, initial] =
    engine.value === 'redis'
      ? [property(endpoint, 'RedisSettings.SslSecurityProtocol', 'redis_settings.ssl_security_protocol'), 'ssl-encryption']
      : [property(endpoint, 'KafkaSettings.SecurityProtocol', 'kafka_settings.security_protocol'), 'plaintext']; // prettier-ignore
  return engine.value === 'redis' || engine.value === 'kafka'
    ? map(otherwise(place.text(), initial, `${initial} unless told otherwise`), (text) => text === 'plaintext')
    : undefined;
}

const secretsOf = (endpoint: Resource) =>
  [
    ['password', property(endpoint, 'Password', 'password')],
    ...['DocDb', 'GcpMySQL', 'IbmDb2', 'MicrosoftSqlServer', 'MongoDb', 'MySql', 'Oracle', 'PostgreSql', 'Redshift', 'Sybase'].map(
      (kind) => ['password', property(endpoint, `${kind}Settings.Password`, null)] as const,
    ),
    ['password of the storage manager', property(endpoint, 'OracleSettings.AsmPassword', 'oracle_settings.asm_password')],
    ['encryption password', property(endpoint, 'OracleSettings.SecurityDbEncryption', 'oracle_settings.security_db_encryption')],
    ['SASL password', property(endpoint, 'KafkaSettings.SaslPassword', 'kafka_settings.sasl_password')],
    ['password of the client key', property(endpoint, 'KafkaSettings.SslClientKeyPassword', 'kafka_settings.ssl_client_key_password')],
    ['password', property(endpoint, 'RedisSettings.AuthPassword', 'redis_settings.auth_password')],
  ] as const; // prettier-ignore

function* instanceFacts(instance: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'DMS replication instance', subject: instance };
  yield* instanceUpkeepFacts(about, context);
  yield {
    kind: 'storage-at-rest',
    encryption: alwaysEncrypted(
      property(instance, 'KmsKeyId', 'kms_key_arn'),
      graph,
      'provider-kms',
      'DMS always encrypts its storage',
    ),
    ...about,
  };
  yield { kind: 'public-endpoint', role: 'store', public: isPublic(instance), ...about };
}

/**
 * The API makes instances public unless told otherwise; the Terraform provider tells it otherwise.
 *
 * @see https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance
 */
function isPublic(instance: Resource): Settled<boolean> {
  const terraform = instance.vocabulary === 'terraform';
  return otherwise(
    property(instance, 'PubliclyAccessible', 'publicly_accessible').flag(),
    !terraform,
    terraform ? 'private unless told otherwise' : 'DMS makes instances public unless told otherwise',
  );
}

/** Its documentation says that it is public by default, its schema that it is not. */
function profileIsPublic(profile: Resource): Settled<boolean> {
  const flag = property(profile, 'PubliclyAccessible', 'publicly_accessible').flag();
  return orElse(flag, () => unknown('nothing is said, and what DMS does then is not settled', flag.at));
}
