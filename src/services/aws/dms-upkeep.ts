import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Context } from '../service';
import { engineUpgrades, type About } from './database-upkeep';
import { versionSupported } from './database-version';
import { alwaysEncrypted } from './key-custody';

/**
 * The service installs minor versions unless told otherwise; the Terraform provider tells it otherwise.
 *
 * @see https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance
 */
export function* instanceUpkeepFacts(about: About, context: Context): Iterable<Fact> {
  const { subject } = about;
  const terraform = subject.vocabulary === 'terraform';
  yield engineUpgrades(
    about,
    otherwise(
      property(subject, 'AutoMinorVersionUpgrade', 'auto_minor_version_upgrade').flag(),
      !terraform,
      terraform ? 'the provider switches upgrades off by default' : 'minor versions are installed by default',
    ),
  );
  const version = property(subject, 'EngineVersion', 'engine_version').text();
  yield { kind: 'runtime', supported: versionSupported('dms', subject, version, context), ...about };
}

const engines = [
  'DocDb',
  'GcpMySQL',
  'IbmDb2',
  'MicrosoftSqlServer',
  'MongoDb',
  'MySql',
  'Oracle',
  'PostgreSql',
  'Redshift',
  'Sybase',
];

/** An endpoint keeps how to sign in to a database: encrypted by a key, or in a secret of Secrets Manager. */
export function* endpointKeptFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const key = property(subject, 'KmsKeyId', 'kms_key_arn');
  yield {
    kind: 'storage-at-rest',
    encryption: alwaysEncrypted(key, graph, 'provider-kms', 'DMS always encrypts connection parameters'),
    ...about,
  };
  const user = isThere(subject, [
    ['Username', 'username'],
    ['Password', 'password'],
  ]);
  const secret = isThere(subject, [
    [null, 'secrets_manager_arn'],
    ...engines.map((name) => [`${name}Settings.SecretsManagerSecretId`, null] as const),
  ]);
  if (user.holds === false && secret.holds === false) return;
  yield { kind: 'managed-secret', managed: settledTruth(secret, key.at), ...about };
}

const isThere = (subject: Resource, places: readonly (readonly [string | null, string | null])[]) =>
  any(...places.map((place) => is(property(subject, ...place).present(), (set) => set, 'sign-in to the database')));
