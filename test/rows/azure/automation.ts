import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const account = 'azurerm_automation_account';
const variable = 'azurerm_automation_variable_string';
const credential = 'azurerm_automation_credential';

export const automationRows: ServiceRows = {
  service: 'automation',
  controls: {
    'storage-encrypted': {
      account: table(account, ['pass', 'nothing is said', {}]),
      variable: table(variable, ['pass', 'the disks are encrypted', {}]),
    },
    'service-encryption-on': { variable: setting(variable, 'encrypted', [true, false], 'fail') },
    'encryption-explicit': {
      variable: table(
        variable,
        ['fail', 'nothing is said', {}],
        ['pass', 'it is asked for', { encrypted: true }],
        ['undecided', 'that is settled at deployment', { encrypted: unknown }],
      ),
    },
    'customer-managed-key': { account: setting(account, 'encryption.key_vault_key_id', ['/key', ''], 'fail') },
    'front-private': { account: setting(account, 'public_network_access_enabled', [false, true], 'fail') },
    'placed-in-network': { account: table(account, ['fail', 'nothing is said', {}]) },
    'local-auth-disabled': { account: table(account, ['pass', 'nothing is said', {}]) },
    'local-secrets-refused': { account: setting(account, 'local_authentication_enabled', [false, true], 'fail') },
    'machine-role-given': { account: setting(account, 'identity.type', ['SystemAssigned', ''], 'fail') },
    'access-logged': { account: table(account, ['fail', 'nothing is said', {}]) },
    'no-long-lived-credentials': { credential: table(credential, ['fail', 'it is a password', { username: 'a' }]) },
    'no-secret-in-clear': {
      variable: table(
        variable,
        ['fail', 'an encrypted value is written', { encrypted: true, value: 'written' }],
        ['pass', 'the value is none', { value: 'green' }],
        ['undecided', 'it is settled at deployment', { encrypted: true, value: unknown }],
      ),
      credential: table(credential, ['fail', 'the password is written', { password: 'written' }]),
      runbook: table(
        'azurerm_automation_runbook',
        ['fail', 'a password stands in it', { content: '$Password = "kangaroo-12"' }],
        ['silent', 'it is kept elsewhere', {}],
      ),
      connection: table('azurerm_automation_connection', [
        'fail',
        'a value is a secret',
        { values: { ApiSecret: 'written' } },
      ]),
      repository: table('azurerm_automation_source_control', [
        'fail',
        'the token is written',
        { security: [{ token: 'written', token_type: 'PersonalAccessToken' }] },
      ]),
    },
  },
};
