import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { terraformSetting, terraformTable } from '../../support/terraform-rows';
import { passwordTable, platformTables } from './platform-tables';

const account = 'azurerm_cognitive_account';
const workspace = 'azurerm_machine_learning_workspace';
const cluster = 'azurerm_machine_learning_compute_cluster';
const search = 'azurerm_search_service';

export const aiServicesRows: ServiceRows = {
  service: 'ai-services',
  controls: merged(
    platformTables({
      noun: 'AI services account',
      type: account,
      key: 'customer_managed_key.key_vault_key_id',
      keyBeside: ['azurerm_cognitive_account_customer_managed_key', 'cognitive_account_id', 'key_vault_key_id'],
      door: ['public_network_access_enabled', false, true],
      localAuth: 'local_auth_enabled',
      hasIdentity: true,
      isLogged: true,
    }),
    {
      'front-private': {
        'rules of an account': terraformTable(
          account,
          ['pass', 'others are kept out', { network_acls: [{ default_action: 'Deny' }] }],
          ['fail', 'others are let in', { network_acls: [{ default_action: 'Allow' }] }],
          ['undecided', 'it is settled at deployment', { network_acls: [{ default_action: unknown }] }],
        ),
        'AI services of version 4': terraformSetting(
          'azurerm_ai_services',
          'public_network_access',
          ['Disabled', 'Enabled'],
          'fail',
        ),
      },
      'egress-confined': {
        'AI services account': terraformSetting(account, 'outbound_network_access_restricted', [true, false], 'fail'),
      },
      'no-secret-in-clear': {
        'AI services account': passwordTable(account, 'custom_question_answering_search_service_key'),
      },
    },
  ),
};

export const machineLearningRows: ServiceRows = {
  service: 'machine-learning',
  controls: merged(
    platformTables({
      noun: 'Machine Learning workspace',
      type: workspace,
      key: 'encryption.key_id',
      door: ['public_network_access_enabled', false, true],
      hasIdentity: true,
      isPlaced: true,
    }),
    platformTables({
      noun: 'Machine Learning cluster',
      type: cluster,
      localAuth: 'local_auth_enabled',
      hasIdentity: true,
    }),
    {
      'placed-in-network': {
        'managed network of a workspace': terraformSetting(
          workspace,
          'managed_network.isolation_mode',
          ['AllowOnlyApprovedOutbound', 'Disabled'],
          'fail',
        ),
        'Machine Learning cluster': terraformTable(
          cluster,
          ['fail', 'nothing is said', {}],
          ['pass', 'it stands in a subnet', { subnet_resource_id: 'subnet' }],
          ['undecided', 'it is settled at deployment', { subnet_resource_id: unknown }],
        ),
      },
      'sensitive-data-masked': {
        'Machine Learning workspace': terraformSetting(workspace, 'high_business_impact', [true, false], 'fail'),
      },
      'no-public-address': {
        'Machine Learning cluster': terraformSetting(cluster, 'node_public_ip_enabled', [false, true], 'fail'),
      },
      'no-secret-in-clear': {
        'Machine Learning cluster': passwordTable(cluster, 'ssh.admin_password'),
        'data store': passwordTable('azurerm_machine_learning_datastore_blobstorage', 'account_key'),
      },
    },
  ),
};

export const aiSearchRows: ServiceRows = {
  service: 'azure-search',
  controls: merged(
    platformTables({
      noun: 'search service',
      type: search,
      door: ['public_network_access_enabled', false, true],
      isStore: true,
      localAuth: 'local_authentication_enabled',
      hasIdentity: true,
      isLogged: true,
      isPlaced: true,
    }),
    {
      'ingress-not-open': {
        'rules of a search service': terraformTable(
          search,
          ['pass', 'a few addresses are let in', { allowed_ips: ['203.0.113.4'] }],
          ['fail', 'every address is let in', { allowed_ips: ['0.0.0.0/0'] }],
          ['undecided', 'one of the addresses is settled at deployment', { allowed_ips: [unknown] }],
        ),
      },
      'customer-managed-key': {
        'search service': terraformSetting(search, 'customer_managed_key_enforcement_enabled', [true, false], 'fail'),
      },
      'storage-encrypted': {
        'search service': terraformTable(search, [
          'pass',
          'whose key it is is settled at deployment',
          { customer_managed_key_enforcement_enabled: unknown },
        ]),
      },
      'local-auth-disabled': {
        'search service': terraformTable(
          search,
          ['fail', 'nothing is said: keys alone are accepted', {}],
          ['pass', 'a mode for refusals is named', { authentication_failure_mode: 'http403' }],
          ['pass', 'identities alone are accepted', { local_authentication_enabled: false }],
          ['undecided', 'it is settled at deployment', { local_authentication_enabled: unknown }],
        ),
      },
    },
  ),
};
