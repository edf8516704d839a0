import { unknown, type Properties, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, secretRows } from './kept-store';

const type = 'google_sql_database_instance';
const noun = 'Cloud SQL instance';

const settings = (more: object): Properties => ({ database_version: 'POSTGRES_15', settings: { tier: 't', ...more } });
const ip = (more: object): Properties => settings({ ip_configuration: more });
const flag = (version: string, name: unknown, value: unknown): Properties => ({
  database_version: version,
  settings: { tier: 't', database_flags: [{ name, value }] },
});
const table = (rows: ServiceRows['controls'][string][string]['rows']) => ({
  [noun]: { cloudformation: null, terraform: type, rows },
});

export const sqlInstanceRows: ServiceRows = {
  service: 'cloud-sql',
  controls: merged(keptStore(noun, type, 'encryption_key_name'), {
    'endpoint-not-public': table([
      ['pass', 'only connectors may come', null, settings({})],
      ['pass', 'one network may come', null, ip({ authorized_networks: [{ value: '203.0.113.0/24' }] })],
      ['fail', 'everyone may', null, ip({ authorized_networks: [{ value: '0.0.0.0/0' }] })],
      ['fail', 'two halves may', null, ip({ authorized_networks: [{ value: '0.0.0.0/1' }, { value: '128.0.0.0/1' }] })],
      ['pass', 'it has no address', null, ip({ ipv4_enabled: false, authorized_networks: [{ value: '0.0.0.0/0' }] })],
      [
        'undecided',
        'the address is a variable',
        null,
        ip({ ipv4_enabled: unknown, authorized_networks: [{ value: '0.0.0.0/0' }] }),
      ],
      ['undecided', 'who may come is a variable', null, ip({ authorized_networks: unknown })],
    ]),
    'no-public-address': table([
      ['fail', 'nothing is said', null, settings({})],
      ['fail', 'it has a public address', null, ip({ ipv4_enabled: true })],
      ['pass', 'it has none', null, ip({ ipv4_enabled: false, private_network: 'n' })],
      ['undecided', 'the address is a variable', null, ip({ ipv4_enabled: unknown })],
      ['undecided', 'it is as the one it is copied from', null, { clone: { source_instance_name: 'other' } }],
    ]),
    'placed-in-network': table([
      ['pass', 'a network is named', null, ip({ private_network: 'n' })],
      ['pass', 'it is reached by private service connect', null, ip({ psc_config: [{ psc_enabled: true }] })],
      ['fail', 'nothing is said', null, settings({})],
      ['undecided', 'the network is a variable', null, ip({ private_network: unknown })],
    ]),
    'ingress-admin-not-open': table([
      ['fail', 'every address may come', null, ip({ authorized_networks: [{ value: '0.0.0.0/0' }] })],
      ['pass', 'one network may', null, ip({ authorized_networks: [{ value: '203.0.113.0/24' }] })],
      ['undecided', 'which may is a variable', null, ip({ authorized_networks: [{ value: unknown }] })],
      ['undecided', 'the networks are a variable', null, ip({ authorized_networks: unknown })],
      [
        'silent',
        'it has no public address',
        null,
        ip({ ipv4_enabled: false, authorized_networks: [{ value: '0.0.0.0/0' }] }),
      ],
      ['silent', 'nothing is said', null, settings({})],
    ]),
    'transit-enforced': table([
      ['fail', 'nothing is said', null, settings({})],
      ['fail', 'plain text is let in', null, ip({ ssl_mode: 'ALLOW_UNENCRYPTED_AND_ENCRYPTED' })],
      ['pass', 'plain text is refused', null, ip({ ssl_mode: 'ENCRYPTED_ONLY' })],
      ['pass', 'certificates are asked for', null, ip({ ssl_mode: 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED' })],
      ['pass', 'the older switch', null, ip({ require_ssl: true })],
      ['pass', 'only connectors get through', null, settings({ connector_enforcement: 'REQUIRED' })],
      ['undecided', 'the mode is a variable', null, ip({ ssl_mode: unknown })],
    ]),
    'local-auth-disabled': table([
      ['fail', 'nothing is said', null, settings({})],
      ['pass', 'identities are taken', null, flag('POSTGRES_15', 'cloudsql.iam_authentication', 'on')],
      ['pass', 'identities are taken by MySQL', null, flag('MYSQL_8_0', 'cloudsql_iam_authentication', 'on')],
      ['undecided', 'the flag is a variable', null, flag('POSTGRES_15', 'cloudsql.iam_authentication', unknown)],
      ['undecided', 'which flag is a variable', null, flag('POSTGRES_15', unknown, 'on')],
      ['silent', 'SQL Server', null, { database_version: 'SQLSERVER_2019_STANDARD' }],
    ]),
    'access-fine-grained': table([
      ['fail', 'databases trust each other', null, flag('SQLSERVER_2019_STANDARD', 'cross db ownership chaining', 'on')],
      ['pass', 'they do not', null, flag('SQLSERVER_2019_STANDARD', 'cross db ownership chaining', 'off')],
      ['pass', 'nothing is said', null, { database_version: 'SQLSERVER_2019_STANDARD' }],
      ['undecided', 'the flag is a variable', null, flag('SQLSERVER_2019_STANDARD', 'cross db ownership chaining', unknown)],
      ['silent', 'another engine', null, settings({})],
    ]), // prettier-ignore
    'users-in-directory': table([
      ['fail', 'databases keep users', null, flag('SQLSERVER_2019_STANDARD', 'contained database authentication', 'on')],
      ['pass', 'a directory keeps them', null, { database_version: 'SQLSERVER_2019_STANDARD', settings: { tier: 't', active_directory_config: { domain: 'd' } } }],
      ['undecided', 'the flag is a variable', null, flag('SQLSERVER_2019_STANDARD', 'contained database authentication', unknown)],
      ['silent', 'databases keep none', null, flag('SQLSERVER_2019_STANDARD', 'contained database authentication', 'off')],
    ]), // prettier-ignore
    'password-policy-strong': table([
      ['pass', 'long and mixed', null, settings({ password_validation_policy: { enable_password_policy: true, min_length: 16, complexity: 'COMPLEXITY_DEFAULT' } })],
      ['fail', 'short', null, settings({ password_validation_policy: { enable_password_policy: true, min_length: 6, complexity: 'COMPLEXITY_DEFAULT' } })],
      ['fail', 'switched off', null, settings({ password_validation_policy: { enable_password_policy: false, min_length: 16, complexity: 'COMPLEXITY_DEFAULT' } })],
      ['undecided', 'the length is a variable', null, settings({ password_validation_policy: { enable_password_policy: true, min_length: unknown, complexity: 'COMPLEXITY_DEFAULT' } })],
      ['silent', 'nothing is said', null, settings({})],
    ]), // prettier-ignore
    'backup-kept': table([
      ['pass', 'they are made', null, settings({ backup_configuration: { enabled: true } })],
      ['fail', 'they are not', null, settings({ backup_configuration: { enabled: false } })],
      ['fail', 'nothing is said', null, settings({})],
      ['undecided', 'it is a variable', null, settings({ backup_configuration: { enabled: unknown } })],
      ['silent', 'a replica', null, { ...settings({}), master_instance_name: 'm' }],
    ]),
    'backups-kept-a-week': table([
      ['pass', 'the last seven by default', null, settings({ backup_configuration: { enabled: true } })],
      ['fail', 'the last two', null, settings({ backup_configuration: { enabled: true, backup_retention_settings: { retained_backups: 2 } } })],
    ]), // prettier-ignore
    versioned: table([
      ['pass', 'every moment can be had back', null, settings({ backup_configuration: { enabled: true, point_in_time_recovery_enabled: true } })],
      ['fail', 'nothing is said', null, settings({})],
      ['undecided', 'it is a variable', null, settings({ backup_configuration: { point_in_time_recovery_enabled: unknown } })],
    ]), // prettier-ignore
    'deletion-protected': table([
      ['pass', 'nothing is said', null, settings({})],
      ['fail', 'the provider deletes it', null, { ...settings({}), deletion_protection: false }],
      ['pass', 'the service refuses', null, { ...settings({ deletion_protection_enabled: true }), deletion_protection: false }],
      ['undecided', 'it is a variable', null, { ...settings({}), deletion_protection: unknown }],
    ]), // prettier-ignore
    'access-logged': table([
      ['pass', 'connections are recorded', null, flag('POSTGRES_15', 'log_connections', 'on')],
      ['pass', 'an audit is kept', null, flag('MYSQL_8_0', 'cloudsql_mysql_audit', 'on')],
      ['pass', 'audit files go to a bucket', null, { database_version: 'SQLSERVER_2019_STANDARD', settings: { tier: 't', sql_server_audit_config: { bucket: 'gs://b' } } }],
      ['fail', 'nothing is said', null, settings({})],
      ['fail', 'connections are not', null, flag('POSTGRES_15', 'log_connections', 'off')],
      ['undecided', 'the engine is a variable', null, { database_version: unknown }],
    ]), // prettier-ignore
    'monitored-in-detail': table([
      ['pass', 'queries are watched', null, settings({ insights_config: { query_insights_enabled: true } })],
      ['fail', 'nothing is said', null, settings({})],
      ['undecided', 'it is a variable', null, settings({ insights_config: { query_insights_enabled: unknown } })],
    ]),
    'engine-upgrades-automatic': table([['pass', 'nothing is said', null, settings({})]]),
    'runtime-supported': table([
      ['pass', 'a version that Google offers', null, settings({})],
      ['undecided', 'the version is a variable', null, { database_version: unknown }],
    ]),
    'no-secret-in-clear': {
      'password of root': secretRows(type, 'root_password'),
      'password of a user': secretRows('google_sql_user', 'password'),
      'password that is only written': secretRows('google_sql_user', 'password_wo'),
      'password of root that is only written': secretRows(type, 'root_password_wo'),
      'password of a source': secretRows('google_sql_source_representation_instance', 'password'),
    },
  }),
};
