import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const types = { cloudformation: 'AWS::MSK::Cluster', terraform: 'aws_msk_cluster' };
const transit = (clients: unknown, brokers?: unknown) =>
  [
    { EncryptionInfo: { EncryptionInTransit: { ...(clients !== undefined && { ClientBroker: clients }), ...(brokers !== undefined && { InCluster: brokers }) } } },
    { encryption_info: [{ encryption_in_transit: [{ ...(clients !== undefined && { client_broker: clients }), ...(brokers !== undefined && { in_cluster: brokers }) }] }] },
  ] as const; // prettier-ignore
const access = (type: unknown) =>
  [
    { BrokerNodeGroupInfo: { ConnectivityInfo: { PublicAccess: { Type: type } } } },
    { broker_node_group_info: [{ connectivity_info: [{ public_access: [{ type }] }] }] },
  ] as const;
const anonymous = (allowed: unknown) =>
  [
    { ClientAuthentication: { Unauthenticated: { Enabled: allowed } } },
    { client_authentication: [{ unauthenticated: allowed }] },
  ] as const;

export const mskRows: ServiceRows = {
  service: 'msk',
  controls: merged(
    keptStoreTables({
      ...types,
      noun: 'MSK cluster',
      inCloudformation: (key) => ({ EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: key } } }),
      inTerraform: (key) => ({ encryption_info: [{ encryption_at_rest_kms_key_arn: key }] }),
    }),
    policyTables({
      ...types,
      noun: 'MSK cluster',
      action: 'kafka:CreateVpcConnection',
      inCloudformation: (document) =>
        system({}, { rules: { type: 'AWS::MSK::ClusterPolicy', properties: { ClusterArn: refer(), Policy: document } } }), // prettier-ignore
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_msk_cluster_policy', properties: { cluster_arn: refer('it', 'arn'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    {
      'storage-encrypted': {
        'MSK serverless cluster': {
          cloudformation: 'AWS::MSK::ServerlessCluster',
          terraform: 'aws_msk_serverless_cluster',
          rows: [['pass', 'it is so always', {}, {}]],
        },
      },
      'transit-encrypted': {
        'MSK cluster': {
          ...types,
          rows: [
            ['pass', 'nothing is said', {}, {}],
            ['pass', 'TLS is required', ...transit('TLS', true)],
            ['fail', 'plain text is accepted too', ...transit('TLS_PLAINTEXT')],
            ['fail', 'plain text alone is accepted', ...transit('PLAINTEXT')],
            ['fail', 'brokers talk in plain text', ...transit('TLS', false)],
            ['undecided', 'it is a parameter', ...transit(unknown)],
            ['fail', 'brokers talk in plain text, whatever clients do', ...transit(unknown, false)],
          ],
        },
      },
      'endpoint-not-public': {
        'MSK cluster': {
          ...types,
          rows: [
            ['pass', 'nothing is said', {}, {}],
            ['pass', 'it is private', ...access('DISABLED')],
            ['fail', 'brokers get public addresses', ...access('SERVICE_PROVIDED_EIPS')],
            ['undecided', 'it is a parameter', ...access(unknown)],
          ],
        },
      },
      'sign-in-required-inside': {
        'MSK cluster': {
          ...types,
          rows: [
            ['silent', 'nothing is said', {}, {}],
            ['fail', 'everybody is let in', ...anonymous(true)],
            ['pass', 'nobody is let in unknown', ...anonymous(false)],
            ['undecided', 'it is a parameter', ...anonymous(unknown)],
          ],
        },
      },
    },
  ),
};
