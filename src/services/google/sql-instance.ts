import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, type Truth } from '../../model/truth';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { reachFacts } from './authorized-networks';
import { encryptionOf } from './encryption';
import { sqlIdentityFacts } from './sql-identity';
import { sqlEngine, type SqlEngine } from './sql-flags';
import { sqlUpkeepFacts } from './sql-upkeep';

export const sqlNoun = 'Cloud SQL instance';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance (7.12, 2025-11)
 */
export const sqlInstance: Service = {
  name: 'cloud-sql',
  types: {
    terraform: [
      // A database, a certificate or a source inside an instance: the instance has the facts.
      'google_sql_database',
      'google_sql_database_instance',
      'google_sql_source_representation_instance',
      'google_sql_ssl_cert',
      'google_sql_user',
    ],
  },
  *facts(resource, _graph, context): Iterable<Fact> {
    switch (resource.type) {
      case 'google_sql_database_instance':
        yield* networkFacts(resource);
        yield* sqlIdentityFacts({ subject: resource, noun: sqlNoun });
        yield* sqlUpkeepFacts({ subject: resource, noun: sqlNoun }, context);
        yield* keyFacts(resource);
        break;
      case 'google_sql_user':
        yield* secretFacts(resource, 'Cloud SQL user', [
          ['password', resource.properties.get('password')],
          ['password', resource.properties.get('password_wo')],
        ]);
        break;
      case 'google_sql_source_representation_instance':
        yield* secretFacts(resource, 'Replication source', [['password', resource.properties.get('password')]]);
    }
  },
};

function* keyFacts(instance: Resource): Iterable<Fact> {
  const key = instance.properties.get('encryption_key_name');
  yield {
    subject: instance,
    noun: sqlNoun,
    kind: 'storage-at-rest',
    encryption: encryptionOf(key),
    requested: key.present(),
  };
  yield* secretFacts(instance, sqlNoun, [
    ['root password', instance.properties.get('root_password')],
    ['root password', instance.properties.get('root_password_wo')],
    ['replication password', instance.properties.get('replica_configuration', 'password')],
    ['replication key', instance.properties.get('replica_configuration', 'client_key')],
  ]);
}

const ports: Readonly<Record<SqlEngine, number>> = { postgres: 5432, mysql: 3306, sqlserver: 1433 };

/**
 * What an instance says of itself where it says nothing: as another where it is copied from that one.
 *
 * @param initial what is so for a new instance.
 */
function setting<T>(instance: Resource, value: Property, read: (value: Property) => Settled<T>): Settled<T> {
  const settings = instance.properties.get('settings').present();
  const copied = instance.properties.get('clone').present();
  const silent = settings.state === 'known' && !settings.value;
  const copy = copied.state === 'unknown' || copied.value;
  return silent && copy ? unknown('as the instance that it is copied from', value.at) : read(value);
}

/** @see https://docs.cloud.google.com/sql/docs/mysql/authorize-networks */
function* networkFacts(instance: Resource): Iterable<Fact> {
  const about = { subject: instance, noun: sqlNoun };
  const network = instance.properties.get('settings', 'ip_configuration');
  const open = setting(instance, network.get('ipv4_enabled'), (flag) =>
    otherwise(flag.flag(), true, 'it gets a public address unless told otherwise'),
  );
  const engine = sqlEngine(instance);
  const port = engine && ports[engine];
  const networks = network.get('authorized_networks');
  yield* reachFacts({
    about,
    open,
    networks,
    key: 'value',
    ports: known(port === undefined ? { from: 0, to: 65535 } : { from: port, to: port }, networks.at),
  });
  yield {
    kind: 'network-placement',
    chosen: settledTruth(
      any(
        isSet(network.get('private_network'), 'private network'),
        is(
          otherwise(network.get('psc_config', 'psc_enabled').flag(), false, 'off by default'),
          (on) => on,
          'private service connect',
        ),
      ),
      network.at,
    ),
    ...about,
  };
  yield {
    kind: 'transit-enforcement',
    enforced: setting(instance, network.get('ssl_mode'), () => encryptionEnforced(instance, network)),
    ...about,
  };
}

const isSet = (property: Property, note: string): Truth => is(property.present(), (on) => on, note);

/**
 * Plain text is refused by the mode, by the older switch, or because only connectors, which encrypt, get through.
 *
 * @see https://cloud.google.com/sql/docs/postgres/admin-api/rest/v1/instances#ipconfiguration (both are let in by default)
 */
function encryptionEnforced(instance: Resource, network: Property): Settled<boolean> {
  const mode = map(
    otherwise(network.get('ssl_mode').text(), 'ALLOW_UNENCRYPTED_AND_ENCRYPTED', 'both are let in by default'),
    (text) => text.toUpperCase(),
  );
  const connector = otherwise(
    instance.properties.get('settings', 'connector_enforcement').text(),
    'NOT_REQUIRED',
    'direct connections are let in by default',
  );
  return settledTruth(
    any(
      is(
        mode,
        (text) => text === 'ENCRYPTED_ONLY' || text === 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED',
        'mode of encryption',
      ),
      is(
        otherwise(network.get('require_ssl').flag(), false, 'not required by default'),
        (on) => on,
        'encryption required',
      ),
      is(connector, (text) => text === 'REQUIRED', 'connectors required'),
    ),
    network.get('ssl_mode').at,
  );
}
