import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const account = 'azurerm_batch_account';
const pool = 'azurerm_batch_pool';

export const batchRows: ServiceRows = {
  service: 'azure-batch',
  controls: {
    'storage-encrypted': {
      account: table(account, ['pass', 'nothing is said', {}]),
      pool: table(pool, ['pass', 'nothing is said', {}]),
    },
    'customer-managed-key': { account: setting(account, 'encryption.key_vault_key_id', ['/key', ''], 'fail') },
    'encrypted-twice': { pool: setting(pool, 'security_profile.host_encryption_enabled', [true, false], 'fail') },
    'front-private': {
      account: setting(account, 'public_network_access_enabled', [false, true], 'fail', {}, [
        'pass',
        'whom no rule names is kept out',
        { network_profile: [{ account_access: [{ default_action: 'Deny' }] }] },
      ]),
    },
    'placed-in-network': {
      account: table(account, ['fail', 'nothing is said', {}]),
      pool: setting(pool, 'network_configuration.subnet_id', ['/subnet', ''], 'fail'),
    },
    'local-auth-disabled': { account: table(account, ['pass', 'nothing is said', {}]) },
    'local-secrets-refused': {
      account: table(
        account,
        ['fail', 'nothing is said', {}],
        ['fail', 'keys are named', { allowed_authentication_modes: ['AAD', 'SharedKey'] }],
        ['pass', 'they are not', { allowed_authentication_modes: ['AAD', 'TaskAuthenticationToken'] }],
        ['undecided', 'that is settled at deployment', { allowed_authentication_modes: unknown }],
      ),
    },
    'machine-role-given': {
      account: setting(account, 'identity.type', ['SystemAssigned', ''], 'fail'),
      pool: setting(pool, 'identity.type', ['UserAssigned', ''], 'fail'),
    },
    'access-logged': { account: table(account, ['fail', 'nothing is said', {}]) },
    'no-public-address': {
      pool: setting(
        pool,
        'network_configuration.public_address_provisioning_type',
        ['NoPublicIPAddresses', 'BatchManaged'],
        'fail',
      ),
    },
    'not-privileged': {
      pool: setting(pool, 'start_task.user_identity.auto_user.elevation_level', ['NonAdmin', 'Admin'], 'silent'),
    },
    'patching-automatic': { pool: setting(pool, 'windows.enable_automatic_updates', [true, false], 'silent') },
    'no-secret-in-clear': {
      pool: table(
        pool,
        ['silent', 'no secret is set', {}],
        [
          'fail',
          'the password of a user is written',
          { user_accounts: [{ name: 'a', password: 'written', elevation_level: 'NonAdmin' }] },
        ],
        ['fail', 'the key of a share is written', { mount: [{ azure_file_share: [{ account_key: 'written' }] }] }],
        ['undecided', 'it is settled at deployment', { user_accounts: [{ name: 'a', password: unknown }] }],
      ),
      certificate: table('azurerm_batch_certificate', ['fail', 'the password is written', { password: 'written' }]),
    },
  },
};
