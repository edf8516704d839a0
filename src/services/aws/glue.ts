import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { versionSupported } from './database-version';
import { environmentSecrets } from './environment-secrets';
import { itemsOf } from './items';
import { keyCustody } from './key-custody';
import { policyFacts } from './resource-policy';
import { secretFacts } from './secret-facts';

const configurations = ['AWS::Glue::SecurityConfiguration', 'aws_glue_security_configuration'];
const catalogs = ['AWS::Glue::DataCatalogEncryptionSettings', 'aws_glue_data_catalog_encryption_settings'];
const jobs = ['AWS::Glue::Job', 'aws_glue_job'];
const connections = ['AWS::Glue::Connection', 'aws_glue_connection'];

/** What writes with a security configuration, by type: what people call it, and where it names one. */
const writers: Readonly<Record<string, readonly [noun: string, configuration: string]>> = {
  'AWS::Glue::Crawler': ['Glue crawler', 'CrawlerSecurityConfiguration'],
  'AWS::Glue::DevEndpoint': ['Glue development endpoint', 'SecurityConfiguration'],
  'AWS::Glue::Job': ['Glue job', 'SecurityConfiguration'],
  aws_glue_crawler: ['Glue crawler', 'security_configuration'],
  aws_glue_dev_endpoint: ['Glue development endpoint', 'security_configuration'],
  aws_glue_job: ['Glue job', 'security_configuration'],
};

export const glue: Service = {
  name: 'glue',
  types: {
    cloudformation: [
      'AWS::Glue::Connection',
      'AWS::Glue::Crawler',
      'AWS::Glue::DataCatalogEncryptionSettings',
      'AWS::Glue::DevEndpoint',
      'AWS::Glue::Job',
      'AWS::Glue::SecurityConfiguration',
      // The catalog and what runs when: what they describe is encrypted by the settings of the catalog.
      'AWS::Glue::Classifier',
      'AWS::Glue::DataQualityRuleset',
      'AWS::Glue::Database',
      'AWS::Glue::Partition',
      'AWS::Glue::Registry',
      'AWS::Glue::Schema',
      'AWS::Glue::SchemaVersion',
      'AWS::Glue::SchemaVersionMetadata',
      'AWS::Glue::Table',
      'AWS::Glue::TableOptimizer',
      'AWS::Glue::Trigger',
      'AWS::Glue::Workflow',
    ],
    terraform: [
      'aws_glue_connection',
      'aws_glue_crawler',
      'aws_glue_data_catalog_encryption_settings',
      'aws_glue_dev_endpoint',
      'aws_glue_job',
      'aws_glue_resource_policy',
      'aws_glue_security_configuration',
      'aws_glue_catalog_database',
      'aws_glue_catalog_table',
      'aws_glue_catalog_table_optimizer',
      'aws_glue_classifier',
      'aws_glue_data_quality_ruleset',
      'aws_glue_partition',
      'aws_glue_partition_index',
      'aws_glue_registry',
      'aws_glue_schema',
      'aws_glue_trigger',
      'aws_glue_user_defined_function',
      'aws_glue_workflow',
    ],
  },
  *facts(resource, graph, context) {
    if (jobs.includes(resource.type)) yield* jobFacts(resource, context);
    const writer = writers[resource.type];
    if (writer) yield* writerFacts(resource, graph, writer);
    if (configurations.includes(resource.type)) yield* configurationFacts(resource, graph);
    if (catalogs.includes(resource.type)) yield* catalogFacts(resource, graph);
    if (connections.includes(resource.type)) yield* connectionFacts(resource);
    yield* policyFacts(resource, ['aws_glue_resource_policy'], graph, {
      noun: 'Glue catalog',
      inline: [null, 'policy'],
    });
  },
};

/**
 * Jobs of Spark run on a version of Glue. Shells of Python are not bound to one.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html
 */
function* jobFacts(job: Resource, context: Context): Iterable<Fact> {
  const version = property(job, 'GlueVersion', 'glue_version').text();
  const command = property(job, 'Command.Name', 'command.name').text();
  if (version.state === 'absent' && command.state === 'known' && command.value === 'pythonshell') return;
  yield { kind: 'runtime', noun: 'Glue job', subject: job, supported: versionSupported('glue', job, version, context) };
}

/** What Glue does not encrypt itself, the services below do: S3 since 2023-01-05, CloudWatch Logs always. */
const below: EncryptionState = 'provider-key';
const because = 'what Glue does not encrypt itself, S3 and CloudWatch Logs do';

/** The three things that a security configuration encrypts, each by a mode and a key; bookmarks are Glue's own. */
const parts = [
  ['S3Encryptions', 's3_encryption', 'S3EncryptionMode', 's3_encryption_mode', below],
  ['CloudWatchEncryption', 'cloudwatch_encryption', 'CloudWatchEncryptionMode', 'cloudwatch_encryption_mode', below],
  ['JobBookmarksEncryption', 'job_bookmarks_encryption', 'JobBookmarksEncryptionMode', 'job_bookmarks_encryption_mode', 'none'],
] as const; // prettier-ignore

/** All that a crawler writes. */
const logsOnly = [parts[1]];

interface PartEncryption {
  readonly encryption: Settled<EncryptionState>;
  /** A mode that encrypts is written. */
  readonly requested: Settled<boolean>;
}

/** @see https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html */
function states(
  configuration: Resource,
  graph: ResourceGraph,
  written: readonly (typeof parts)[number][] = parts,
): readonly (PartEncryption & { readonly part: string })[] {
  const block = property(configuration, 'EncryptionConfiguration', 'encryption_configuration');
  return written.flatMap(([cloudformation, terraform, mode, terraformMode, initial]) => {
    const list = member(block, configuration.vocabulary, cloudformation, terraform);
    const items = itemsOf(list);
    return (items.length > 0 ? items : [list]).map((item) => ({
      part: cloudformation,
      ...byMode(
        member(item, configuration.vocabulary, mode, terraformMode),
        member(item, configuration.vocabulary, 'KmsKeyArn', 'kms_key_arn'),
        initial,
        graph,
      ),
    }));
  });
}

function byMode(mode: Property, key: Property, initial: EncryptionState, graph: ResourceGraph): PartEncryption {
  const settled = otherwise(mode.text(), 'DISABLED', 'encrypted only when told to be');
  const state = chain(settled, (name): Settled<EncryptionState> => {
    if (name === 'SSE-S3') return known('provider-key', mode.at);
    return name === 'DISABLED'
      ? known(initial, mode.at, initial === below ? because : 'bookmarks are encrypted only when told to be')
      : keyCustody(key, graph, known('provider-kms', mode.at));
  });
  return {
    encryption: state.state === 'unknown' && !state.among && initial === below ? { ...state, among: possible } : state,
    requested: map(settled, (name) => name !== 'DISABLED'),
  };
}

function* configurationFacts(configuration: Resource, graph: ResourceGraph): Iterable<Fact> {
  for (const { encryption, requested } of states(configuration, graph))
    yield {
      kind: 'storage-at-rest',
      noun: 'Glue security configuration',
      subject: configuration,
      encryption,
      requested,
    };
}

/**
 * A security configuration beside it speaks for itself where it encrypts nothing; here only its keys count, and whether it
 * asks for the encryption of logs, which is what every writer writes.
 */
function* writerFacts(writer: Resource, graph: ResourceGraph, [noun, path]: readonly [string, string]): Iterable<Fact> {
  const about = { noun, subject: writer };
  const name = writer.properties.get(path);
  const link = graph.follow(name, configurations);
  if (link.state === 'linked') {
    for (const { part, encryption, requested } of states(
      link.resource,
      graph,
      /crawler$/i.test(writer.type) ? logsOnly : parts,
    ))
      yield {
        kind: 'storage-at-rest',
        encryption: map(encryption, (state) => (state === 'none' ? below : state)),
        ...about,
        ...(part === 'CloudWatchEncryption' && { requested }),
        related: [link.resource],
      };
  } else
    yield {
      kind: 'storage-at-rest',
      encryption:
        link.state === 'absent'
          ? known(below, name.at, because)
          : unknown('its security configuration is not in the input', name.at, possible),
      requested:
        link.state === 'absent'
          ? known(false, name.at, 'no security configuration is named')
          : unknown('its security configuration is not in the input', name.at),
      ...about,
    };
  yield* secretFacts(writer, noun, [
    ...environmentSecrets(property(writer, 'DefaultArguments', 'default_arguments')),
    ...environmentSecrets(property(writer, 'NonOverridableArguments', 'non_overridable_arguments')),
  ]);
}

const possible: readonly EncryptionState[] = ['provider-key', 'provider-kms', 'customer-key'];

/** @see https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html */
function* catalogFacts(settings: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Glue data catalog', subject: settings };
  const read = (cloudformation: string, terraform: string) =>
    property(settings, `DataCatalogEncryptionSettings.${cloudformation}`, `data_catalog_encryption_settings.${terraform}`); // prettier-ignore
  const mode = otherwise(
    read('EncryptionAtRest.CatalogEncryptionMode', 'encryption_at_rest.catalog_encryption_mode').text(),
    'DISABLED',
    'the catalog is encrypted only when told to be',
  );
  const key = read('EncryptionAtRest.SseAwsKmsKeyId', 'encryption_at_rest.sse_aws_kms_key_id');
  yield {
    kind: 'storage-at-rest',
    encryption: chain(mode, (name) =>
      name === 'DISABLED'
        ? known<EncryptionState>('none', mode.at)
        : keyCustody(key, graph, known('provider-kms', mode.at)),
    ),
    ...about,
  };
  const passwords = otherwise(
    read(
      'ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted',
      'connection_password_encryption.return_connection_password_encrypted',
    ).flag(),
    false,
    'passwords of connections are encrypted only when told to be',
  );
  const passwordKey = read('ConnectionPasswordEncryption.KmsKeyId', 'connection_password_encryption.aws_kms_key_id');
  yield {
    kind: 'storage-at-rest',
    encryption: chain(passwords, (on) =>
      on
        ? keyCustody(passwordKey, graph, known('provider-kms', passwords.at))
        : known<EncryptionState>('none', passwords.at, 'passwords of connections are kept in clear'),
    ),
    ...about,
  };
}

/** @see https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html */
function* connectionFacts(connection: Resource): Iterable<Fact> {
  const noun = 'Glue connection';
  const properties = property(connection, 'ConnectionInput.ConnectionProperties', 'connection_properties');
  yield* secretFacts(connection, noun, [
    ['password', properties.get('PASSWORD')],
    ['password of the client key', properties.get('ENCRYPTED_KAFKA_CLIENT_KEY_PASSWORD')],
    ['password of the client key', properties.get('KAFKA_CLIENT_KEY_PASSWORD')],
    ['SASL password', properties.get('KAFKA_SASL_SCRAM_PASSWORD')],
  ]);
  const type = otherwise(
    property(connection, 'ConnectionInput.ConnectionType', 'connection_type').text(),
    'JDBC',
    'connections are of JDBC unless told otherwise',
  );
  if (type.state === 'known' && type.value !== 'JDBC') return;
  const enforced = otherwise(properties.get('JDBC_ENFORCE_SSL').flag(), false, 'not enforced unless told to be');
  yield {
    kind: 'transit-enforcement',
    noun,
    subject: connection,
    enforced: type.state === 'known' || (enforced.state === 'known' && enforced.value) ? enforced : unknown(type.why, type.at),
  }; // prettier-ignore
}
