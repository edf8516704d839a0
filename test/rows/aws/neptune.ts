import { keptStoreTables, merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { neptuneUpkeep } from './neptune-upkeep';

const cluster = { cloudformation: 'AWS::Neptune::DBCluster', terraform: 'aws_neptune_cluster' };
const instance = { cloudformation: 'AWS::Neptune::DBInstance', terraform: 'aws_neptune_cluster_instance' };
const analytics = { cloudformation: 'AWS::NeptuneGraph::Graph', terraform: 'aws_neptunegraph_graph' };
const plain = {
  cloudformation: { main: { type: cluster.cloudformation, properties: {} } },
  terraform: { main: { type: cluster.terraform, properties: {} } },
};

export const neptuneRows: ServiceRows = {
  service: 'neptune',
  controls: merged(
    neptuneUpkeep,
    {
      'storage-encrypted': {
        'Neptune cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said', {}, {}],
            ['pass',      'it is switched on', { StorageEncrypted: true }, { storage_encrypted: true }],
            ['undecided', 'it is a parameter', { StorageEncrypted: unknown }, { storage_encrypted: unknown }],
            ['undecided', 'it is restored from a snapshot', { SnapshotIdentifier: 'nightly' }, { snapshot_identifier: 'nightly' }],
          ],
        },
        'Neptune instance': {
          ...instance,
          // prettier-ignore
          rows: [
            ['fail',      'its cluster is not encrypted', system({ DBClusterIdentifier: refer('main') }, plain.cloudformation), system({ cluster_identifier: refer('main') }, plain.terraform)],
            ['undecided', 'its cluster is not here', { DBClusterIdentifier: 'main' }, { cluster_identifier: 'main' }],
          ],
        },
        'Neptune snapshot': {
          cloudformation: null,
          terraform: 'aws_neptune_cluster_snapshot',
          rows: [
            ['fail', 'its cluster is not encrypted', null, system({ db_cluster_identifier: refer('main') }, plain.terraform)],
          ], // prettier-ignore
        },
        'Neptune global cluster': {
          cloudformation: 'AWS::Neptune::GlobalCluster',
          terraform: 'aws_neptune_global_cluster',
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['pass', 'it is switched on', { StorageEncrypted: true }, { storage_encrypted: true }],
          ],
        },
      },
      'customer-managed-key': {
        'Neptune cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail', 'no key is named', { StorageEncrypted: true }, { storage_encrypted: true }],
            ['pass', 'a key is named', { StorageEncrypted: true, KmsKeyId: 'alias/ours' }, { storage_encrypted: true, kms_key_arn: 'alias/ours' }],
          ],
        },
      },
      'transit-encrypted': {
        'Neptune cluster': { ...cluster, rows: [['pass', 'nothing is said: it serves HTTPS only', {}, {}]] },
      },
      'local-auth-disabled': {
        'Neptune cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said', {}, {}],
            ['pass',      'sign-in with IAM is switched on', { IamAuthEnabled: true }, { iam_database_authentication_enabled: true }],
            ['undecided', 'it is a parameter', { IamAuthEnabled: unknown }, { iam_database_authentication_enabled: unknown }],
          ],
        },
      },
      'endpoint-not-public': {
        'Neptune instance': {
          ...instance,
          // prettier-ignore
          rows: [
            ['pass',      'nothing is said', {}, {}],
            ['fail',      'it is switched on', { PubliclyAccessible: true }, { publicly_accessible: true }],
            ['undecided', 'it is a parameter', { PubliclyAccessible: unknown }, { publicly_accessible: unknown }],
          ],
        },
        'Neptune Analytics graph': {
          ...analytics,
          rows: [
            ['pass', 'nothing is said', {}, {}],
            ['fail', 'it is switched on', { PublicConnectivity: true }, { public_connectivity: true }],
          ],
        },
      },
    },
    keptStoreTables({
      noun: 'Neptune Analytics graph',
      ...analytics,
      inCloudformation: (key) => ({ KmsKeyIdentifier: key }),
      inTerraform: (key) => ({ kms_key_identifier: key }),
    }),
  ),
};
