import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const kafka = 'azurerm_hdinsight_kafka_cluster';
const spark = 'azurerm_hdinsight_spark_cluster';

export const hdinsightRows: ServiceRows = {
  service: 'hdinsight',
  controls: {
    'storage-encrypted': { cluster: table(spark, ['pass', 'nothing is said', {}]) },
    'customer-managed-key': { cluster: setting(kafka, 'disk_encryption.key_vault_key_id', ['/key', ''], 'fail') },
    'encrypted-twice': { cluster: setting(kafka, 'disk_encryption.encryption_at_host_enabled', [true, false], 'fail') },
    'tls-modern': { cluster: setting(spark, 'tls_min_version', ['1.2', '1.0'], 'pass') },
    'backend-encrypted': { cluster: setting(kafka, 'encryption_in_transit_enabled', [true, false], 'silent') },
    'front-private': { cluster: setting(kafka, 'network.private_link_enabled', [true, false], 'fail') },
    'placed-in-network': { cluster: setting(kafka, 'roles.head_node.subnet_id', ['/subnet', ''], 'fail') },
    'execution-logged': {
      cluster: table(
        kafka,
        ['fail', 'nothing is said', {}],
        ['pass', 'a workspace keeps the log', { extension: [{ log_analytics_workspace_id: 'a' }] }],
        ['undecided', 'that is settled at deployment', { monitor: unknown }],
      ),
    },
    'no-secret-in-clear': {
      cluster: table(
        kafka,
        ['silent', 'no secret is set', {}],
        ['fail', 'the password of the gateway is written', { gateway: [{ username: 'a', password: 'written' }] }],
        ['fail', 'the password of a node is written', { roles: [{ head_node: [{ password: 'written' }] }] }],
        ['fail', 'the key of the store is written', { storage_account: [{ storage_account_key: 'written' }] }],
        ['undecided', 'it is settled at deployment', { gateway: [{ username: 'a', password: unknown }] }],
      ),
    },
  },
};
