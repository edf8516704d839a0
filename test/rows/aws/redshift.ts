import { policyTables } from '../../support/policy-rows';
import { secretTable } from '../../support/secret-rows';
import { merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { redshiftUpkeep } from './redshift-upkeep';

const cluster = { cloudformation: 'AWS::Redshift::Cluster', terraform: 'aws_redshift_cluster' };
const group = { cloudformation: 'AWS::Redshift::ClusterParameterGroup', terraform: 'aws_redshift_parameter_group' };

const settings = (family: string, requireSsl?: unknown) =>
  [
    { ParameterGroupFamily: family, ...(requireSsl !== undefined && { Parameters: [{ ParameterName: 'require_ssl', ParameterValue: requireSsl }] }) },
    { family, ...(requireSsl !== undefined && { parameter: [{ name: 'require_ssl', value: requireSsl }] }) },
  ] as const; // prettier-ignore
const using = (family: string, requireSsl?: unknown) => {
  const [cloudformation, terraform] = settings(family, requireSsl);
  return [
    system({ ClusterParameterGroupName: refer('group') }, { group: { type: group.cloudformation, properties: cloudformation } }),
    system({ cluster_parameter_group_name: refer('group', 'name') }, { group: { type: group.terraform, properties: terraform } }),
  ] as const; // prettier-ignore
};

export const redshiftRows: ServiceRows = {
  service: 'redshift',
  controls: merged(
    redshiftUpkeep,
    {
      'storage-encrypted': {
        'Redshift cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['pass',      'nothing is said: new clusters are encrypted', {}, {}],
            ['pass',      'it is switched on', { Encrypted: true }, { encrypted: true }],
            ['fail',      'it is switched off', { Encrypted: false }, { encrypted: false }],
            ['fail',      'it is switched off as text', { Encrypted: 'false' }, { encrypted: 'false' }],
            ['undecided', 'it was there before, and says nothing', null, system({}, {}, 'no-op')],
            ['pass',      'it was there before, and is switched on', null, system({ encrypted: true }, {}, 'no-op')],
            ['undecided', 'it is restored from a snapshot', { SnapshotIdentifier: 'nightly' }, { snapshot_identifier: 'nightly' }],
            ['undecided', 'it is a parameter', { Encrypted: unknown }, { encrypted: unknown }],
          ],
        },
        'Redshift snapshot': {
          cloudformation: 'AWS::Redshift::Snapshot',
          terraform: 'aws_redshift_cluster_snapshot',
          // prettier-ignore
          rows: [
            ['fail',      'its cluster is not encrypted', system({ ClusterIdentifier: refer('main') }, { main: { type: cluster.cloudformation, properties: { Encrypted: false } } }), system({ cluster_identifier: refer('main') }, { main: { type: cluster.terraform, properties: { encrypted: false } } })],
            ['undecided', 'its cluster is not here', { ClusterIdentifier: 'main' }, { cluster_identifier: 'main' }],
          ],
        },
      },
      'customer-managed-key': {
        'Redshift cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['pass', 'a key is named', { Encrypted: true, KmsKeyId: 'alias/ours' }, { encrypted: true, kms_key_id: 'alias/ours' }],
            ['pass', 'the key is in a hardware module of your own', { HsmConfigurationIdentifier: 'ours' }, null],
          ],
        },
      },
      'endpoint-not-public': {
        'Redshift cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['pass',      'nothing is said', {}, {}],
            ['fail',      'it is switched on', { PubliclyAccessible: true }, { publicly_accessible: true }],
            ['pass',      'it is switched off', { PubliclyAccessible: false }, { publicly_accessible: false }],
            ['undecided', 'it is a parameter', { PubliclyAccessible: unknown }, { publicly_accessible: unknown }],
          ],
        },
      },
      'transit-enforced': {
        'Redshift cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['pass',      'nothing is said: the default group of new clusters requires TLS', {}, {}],
            ['undecided', 'nothing is said, and it was there before', null, system({}, {}, 'no-op')],
            ['pass',      'its parameter group requires TLS', ...using('redshift-1.0', 'true')],
            ['fail',      'its parameter group does not', ...using('redshift-1.0', 'false')],
            ['fail',      'its parameter group is of the first family, and says nothing', ...using('redshift-1.0')],
            ['pass',      'its parameter group is of the second family, and says nothing', ...using('redshift-2.0')],
            ['undecided', 'the parameter is settled at deployment', ...using('redshift-1.0', unknown)],
            ['fail',      "its parameter group is the platform's own of the first family", { ClusterParameterGroupName: 'default.redshift-1.0' }, { cluster_parameter_group_name: 'default.redshift-1.0' }],
            ['undecided', 'its parameter group is not here', { ClusterParameterGroupName: 'ours' }, { cluster_parameter_group_name: 'ours' }],
          ],
        },
        'Redshift parameter group': {
          ...group,
          // prettier-ignore
          rows: [
            ['fail',   'nothing uses it, and it says nothing', ...settings('redshift-1.0')],
            ['pass',   'nothing uses it, and it requires TLS', ...settings('redshift-1.0', 'true')],
            ['pass',   'nothing uses it, and it requires TLS by a boolean', ...settings('redshift-1.0', true)],
            ['silent', 'a cluster uses it', system(settings('redshift-1.0')[0], { main: { type: cluster.cloudformation, properties: { ClusterParameterGroupName: refer() } } }), system(settings('redshift-1.0')[1], { main: { type: cluster.terraform, properties: { cluster_parameter_group_name: refer('it', 'name') } } })],
          ],
        },
      },
      'no-secret-in-clear': {
        'Redshift cluster': secretTable({
          ...cluster,
          inCloudformation: (secret) => ({ MasterUserPassword: secret }),
          inTerraform: (secret) => ({ master_password: secret }),
        }),
      },
    },
    policyTables({
      noun: 'Redshift cluster',
      ...cluster,
      action: 'redshift:CreateInboundIntegration',
      inCloudformation: (document) => ({ NamespaceResourcePolicy: document }),
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_redshift_resource_policy', properties: { resource_arn: refer('it', 'arn'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    {
      'resource-policy-not-public': {
        'Redshift resource policy': {
          cloudformation: null,
          terraform: 'aws_redshift_resource_policy',
          // prettier-ignore
          rows: [
            ['fail', 'its namespace is not here', null, { resource_arn: 'arn:aws:redshift:eu-west-1:111122223333:namespace:1', policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'redshift:*', Resource: '*' }] }) }],
          ],
        },
      },
    },
  ),
};
