import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, secretRows, terraformSetting } from './kept-store';

const cluster = 'google_alloydb_cluster';
const instance = 'google_alloydb_instance';
const network = (value: unknown) => ({
  network_config: { enable_public_ip: true, authorized_external_networks: value },
});

export const alloydbRows: ServiceRows = {
  service: 'alloydb',
  controls: merged(
    keptStore('AlloyDB cluster', cluster, 'encryption_config.kms_key_name'),
    keptStore('AlloyDB backup', 'google_alloydb_backup', 'encryption_config.kms_key_name'),
    {
      'backup-kept': {
        'AlloyDB cluster': {
          cloudformation: null,
          terraform: cluster,
          rows: [
            ['pass', 'nothing is said', null, {}],
            ['pass', 'one of two is on', null, { automated_backup_policy: { enabled: false } }],
            ['fail', 'both are off', null, { automated_backup_policy: { enabled: false }, continuous_backup_config: { enabled: false } }],
            ['undecided', 'one is a variable', null, { automated_backup_policy: { enabled: unknown }, continuous_backup_config: { enabled: false } }],
          ],
        }, // prettier-ignore
      },
      'placed-in-network': {
        'AlloyDB cluster': {
          cloudformation: null,
          terraform: cluster,
          rows: [
            ['pass', 'a network is named', null, { network_config: { network: 'n' } }],
            ['fail', 'nothing is said', null, {}],
            ['undecided', 'it is a variable', null, { network_config: { network: unknown } }],
            ['pass', 'it is named as version 5 of the provider does', null, { network: 'n' }],
            ['pass', 'it is reached by a private connection', null, { psc_config: { psc_enabled: true } }],
            ['fail', 'the private connection is off', null, { psc_config: { psc_enabled: false } }],
          ],
        },
      },
      'deletion-protected': {
        'AlloyDB cluster': terraformSetting(cluster, 'deletion_protection', true, false, 'pass'),
      },
      'no-public-address': {
        'AlloyDB instance': terraformSetting(instance, 'network_config.enable_public_ip', false, true, 'pass'),
      },
      'endpoint-not-public': {
        'AlloyDB instance': {
          cloudformation: null,
          terraform: instance,
          rows: [
            ['pass', 'it has no public address', null, {}],
            ['pass', 'only connectors may come', null, { network_config: { enable_public_ip: true } }],
            ['fail', 'everyone may', null, network([{ cidr_range: '0.0.0.0/0' }])],
            ['undecided', 'who may come is a variable', null, network(unknown)],
          ],
        },
      },
      'ingress-admin-not-open': {
        'AlloyDB instance': {
          cloudformation: null,
          terraform: instance,
          rows: [
            ['fail', 'every address may come', null, network([{ cidr_range: '0.0.0.0/0' }])],
            ['pass', 'one network may', null, network([{ cidr_range: '203.0.113.0/24' }])],
            ['undecided', 'which may is a variable', null, network([{ cidr_range: unknown }])],
            ['undecided', 'the networks are a variable', null, network(unknown)],
            [
              'silent',
              'it has no public address',
              null,
              { network_config: { authorized_external_networks: [{ cidr_range: '0.0.0.0/0' }] } },
            ],
            [
              'undecided',
              'whether it has a public address is a variable',
              null,
              {
                network_config: {
                  enable_public_ip: unknown,
                  authorized_external_networks: [{ cidr_range: '0.0.0.0/0' }],
                },
              },
            ],
          ],
        },
      },
      'transit-enforced': {
        'AlloyDB instance': terraformSetting(
          instance,
          'client_connection_config.ssl_config.ssl_mode',
          'ENCRYPTED_ONLY',
          'ALLOW_UNENCRYPTED_AND_ENCRYPTED',
          'pass',
          [['pass', 'connectors are required', null, { client_connection_config: { require_connectors: true, ssl_config: { ssl_mode: 'ALLOW_UNENCRYPTED_AND_ENCRYPTED' } } }]],
        ), // prettier-ignore
      },
      'no-secret-in-clear': {
        'initial password': secretRows(cluster, 'initial_user.password'),
        'password of a user': secretRows('google_alloydb_user', 'password'),
      },
    },
  ),
};
