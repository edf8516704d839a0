import { refer, system, unknown, type ServiceRows, type Properties } from '../../support/row';
import { settingTable } from '../../support/setting-rows';

const vault = { cloudformation: null, terraform: 'azurerm_key_vault' };
const hsm = { cloudformation: null, terraform: 'azurerm_key_vault_managed_hardware_security_module' };
const key = { cloudformation: null, terraform: 'azurerm_key_vault_key' };
const secret = { cloudformation: null, terraform: 'azurerm_key_vault_secret' };
const certificate = { cloudformation: null, terraform: 'azurerm_key_vault_certificate' };
const policy = { cloudformation: null, terraform: 'azurerm_key_vault_access_policy' };

const setting = (type: string, path: string, silence: 'pass' | 'fail' | 'undecided') =>
  settingTable({ types: [null, type], path: [null, path], pass: true, fail: false, silence: ['silent', silence] });

// prettier-ignore
const reach = [
  ['fail',      'nothing is said: every network is let in', null, {}],
  ['pass',      'public access is off', null, { public_network_access_enabled: false }],
  ['pass',      'whom no rule names is kept out', null, { network_acls: [{ default_action: 'Deny', bypass: 'AzureServices' }] }],
  ['fail',      'whom no rule names is let in', null, { network_acls: [{ default_action: 'Allow', bypass: 'AzureServices' }] }],
  ['undecided', 'the default action is settled at deployment', null, { network_acls: [{ default_action: unknown, bypass: 'AzureServices' }] }],
  ['undecided', 'the rules are settled at deployment', null, { network_acls: unknown }],
  ['undecided', 'public access is settled at deployment', null, { public_network_access_enabled: unknown }],
] as const;

const everything = {
  key_permissions: ['Get', 'Purge'],
  secret_permissions: ['Get', 'Purge'],
  certificate_permissions: ['Get', 'Purge'],
};
const reading = { secret_permissions: ['Get', 'List'] };
const inVault = (properties: Properties): Properties => ({ key_vault_id: refer('it'), ...properties });

const rotation = (automatic: Properties): Properties => ({ rotation_policy: [{ automatic: [automatic] }] });
const issued = (name: unknown, action_type: unknown): Properties => ({
  certificate_policy: [
    { issuer_parameters: [{ name }], lifetime_action: [{ action: [{ action_type }], trigger: [{ days_before_expiry: 30 }] }] },
  ],
}); // prettier-ignore
const sized = (key_type: string, key_size: unknown): Properties => ({
  certificate_policy: [{ key_properties: [{ key_type, key_size }] }],
});

export const keyVaultRows: ServiceRows = {
  service: 'key-vault',
  controls: {
    'ingress-not-open': {
      'key vault': {
        ...vault,
        rows: [
          ...reach,
          ['fail', 'an address rule lets everybody in', null, { network_acls: [{ default_action: 'Deny', bypass: 'None', ip_rules: ['0.0.0.0/0'] }] }], // prettier-ignore
        ],
      },
      'managed HSM': { ...hsm, rows: reach },
    },
    'placed-in-network': {
      'key vault': {
        ...vault,
        // prettier-ignore
        rows: [
          ['fail', 'it has no private endpoint', null, {}],
          ['pass', 'it has a private endpoint', null, system({}, { way: { type: 'azurerm_private_endpoint', properties: { private_service_connection: [{ private_connection_resource_id: refer() }] } } })],
          ['undecided', 'a private endpoint may be its own', null, system({}, { way: { type: 'azurerm_private_endpoint', properties: { private_service_connection: [{ private_connection_resource_id: unknown }] } } })],
        ],
      },
    },
    'deletion-protected': {
      'key vault': setting('azurerm_key_vault', 'purge_protection_enabled', 'fail'),
      'managed HSM': setting(hsm.terraform, 'purge_protection_enabled', 'fail'),
    },
    versioned: {
      'key vault': {
        ...vault,
        // prettier-ignore
        rows: [
          ['pass',      'nothing is said: deleted items stay for a while', null, {}],
          ['pass',      'days are named', null, { soft_delete_retention_days: 7 }],
          ['fail',      'an old version of the provider switches it off', null, { soft_delete_enabled: false }],
          ['undecided', 'an old switch is settled at deployment', null, { soft_delete_enabled: unknown }],
          ['undecided', 'the days are settled at deployment', null, { soft_delete_retention_days: unknown }],
        ],
      },
    },
    'access-fine-grained': {
      'key vault': {
        ...vault,
        // prettier-ignore
        rows: [
          ['pass',      'roles decide', null, { rbac_authorization_enabled: true }],
          ['fail',      'access policies decide', null, { rbac_authorization_enabled: false }],
          ['pass',      'roles decide, by the older name', null, { enable_rbac_authorization: true }],
          ['fail',      'access policies decide, by the older name', null, { enable_rbac_authorization: false }],
          ['undecided', 'it is settled at deployment', null, { rbac_authorization_enabled: unknown }],
          ['undecided', 'nothing is said, and the version of the provider is not known', null, {}],
        ],
      },
    },
    'administration-confined': {
      'key vault': {
        ...vault,
        // prettier-ignore
        rows: [
          ['pass',      'a policy lets somebody read secrets', null, { access_policy: [reading] }],
          ['fail',      'a policy lets somebody do everything', null, { access_policy: [everything] }],
          ['fail',      'a policy that stands apart does', null, system({}, { other: { type: policy.terraform, properties: inVault(everything) } })],
          ['undecided', 'its permissions are settled at deployment', null, { access_policy: [{ ...everything, key_permissions: unknown }] }],
          ['undecided', 'one of its permissions is', null, { access_policy: [{ ...everything, key_permissions: [unknown] }] }],
        ],
      },
      'policy of a vault elsewhere': {
        ...policy,
        // prettier-ignore
        rows: [
          ['pass',   'it lets somebody read secrets', null, { key_vault_id: 'elsewhere', ...reading }],
          ['fail',   'it lets somebody do everything', null, { key_vault_id: 'elsewhere', ...everything }],
          ['silent', 'its vault is managed here', null, system({ key_vault_id: refer('other'), ...everything }, { other: { type: 'azurerm_key_vault', properties: {} } })],
        ],
      },
    },
    'access-logged': {
      'key vault': {
        ...vault,
        // prettier-ignore
        rows: [
          ['fail',      'it has no diagnostic setting', null, {}],
          ['pass',      'a setting sends its audit events', null, system({}, { records: { type: 'azurerm_monitor_diagnostic_setting', properties: { target_resource_id: refer(), enabled_log: [{ category: 'AuditEvent' }] } } })],
          ['pass',      'a setting sends every category', null, system({}, { records: { type: 'azurerm_monitor_diagnostic_setting', properties: { target_resource_id: refer(), enabled_log: [{ category_group: 'allLogs' }] } } })],
          ['fail',      'a setting sends something else', null, system({}, { records: { type: 'azurerm_monitor_diagnostic_setting', properties: { target_resource_id: refer(), enabled_log: [{ category: 'AzurePolicyEvaluationDetails' }] } } })],
          ['fail',      'a setting of something else sends it', null, system({}, { other: { type: 'azurerm_public_ip', properties: {} }, records: { type: 'azurerm_monitor_diagnostic_setting', properties: { target_resource_id: refer('other'), enabled_log: [{ category: 'AuditEvent' }] } } })],
          ['undecided', 'a setting may be its own', null, system({}, { records: { type: 'azurerm_monitor_diagnostic_setting', properties: { target_resource_id: unknown, enabled_log: [{ category: 'AuditEvent' }] } } })],
        ],
      },
    },
    'key-rotation': {
      key: {
        ...key,
        // prettier-ignore
        rows: [
          ['fail',      'no policy is written', null, {}],
          ['pass',      'a policy rotates it some time after it is made', null, rotation({ time_after_creation: 'P90D' })],
          ['pass',      'a policy rotates it before it expires', null, rotation({ time_before_expiry: 'P30D' })],
          ['fail',      'the policy only warns', null, { rotation_policy: [{ expire_after: 'P90D', notify_before_expiry: 'P29D' }] }],
          ['undecided', 'the policy is settled at deployment', null, { rotation_policy: unknown }],
        ],
      },
      'key of a managed HSM': {
        cloudformation: null,
        terraform: 'azurerm_key_vault_managed_hardware_security_module_key',
        // prettier-ignore
        rows: [
          ['fail', 'no policy is written', null, {}],
          ['pass', 'a policy stands beside it', null, system({}, { policy: { type: 'azurerm_key_vault_managed_hardware_security_module_key_rotation_policy', properties: { managed_hsm_key_id: refer(), expire_after: 'P60D', time_before_expiry: 'P30D' } } })],
        ],
      },
    },
    'key-rotated-yearly': {
      key: {
        ...key,
        // prettier-ignore
        rows: [
          ['fail',      'nothing changes it', null, {}],
          ['pass',      'every 90 days', null, rotation({ time_after_creation: 'P90D' })],
          ['pass',      'every eleven months', null, rotation({ time_after_creation: 'P11M' })],
          ['fail',      'every two years', null, rotation({ time_after_creation: 'P2Y' })],
          ['undecided', 'the time is no time', null, rotation({ time_after_creation: 'soon' })],
          ['pass',      'it lasts a year, and is changed a month before', null, { rotation_policy: [{ expire_after: 'P1Y', automatic: [{ time_before_expiry: 'P30D' }] }] }],
          ['fail',      'it lasts three years, and is changed a month before', null, { rotation_policy: [{ expire_after: 'P3Y', automatic: [{ time_before_expiry: 'P30D' }] }] }],
          ['undecided', 'it is changed before it expires', null, rotation({ time_before_expiry: 'P30D' })],
        ],
      },
    },
    'key-deletion-window': {
      key: {
        ...key,
        // prettier-ignore
        rows: [
          ['silent',    'its vault is elsewhere', null, { key_vault_id: 'elsewhere' }],
          ['pass',      'its vault says nothing: 90 days', null, system({ key_vault_id: refer('vault') }, { vault: { type: 'azurerm_key_vault', properties: {} } })],
          ['fail',      'its vault keeps what is deleted for a week', null, system({ key_vault_id: refer('vault') }, { vault: { type: 'azurerm_key_vault', properties: { soft_delete_retention_days: 7 } } })],
          ['undecided', 'the days are settled at deployment', null, system({ key_vault_id: refer('vault') }, { vault: { type: 'azurerm_key_vault', properties: { soft_delete_retention_days: unknown } } })],
        ],
      },
    },
    'secret-rotated': {
      key: {
        ...key,
        // prettier-ignore
        rows: [
          ['fail',      'it never expires', null, {}],
          ['pass',      'it expires soon', null, { expiration_date: '2026-12-31T23:59:59Z' }],
          ['undecided', 'the date is settled at deployment', null, { expiration_date: unknown }],
          ['silent',    'a policy changes it', null, { expiration_date: '2036-12-31T23:59:59Z', ...rotation({ time_after_creation: 'P90D' }) }],
        ],
      },
      secret: {
        ...secret,
        // prettier-ignore
        rows: [
          ['fail',      'it never expires', null, {}],
          ['pass',      'it expires soon', null, { expiration_date: '2026-12-31T23:59:59Z' }],
          ['fail',      'it expires in years', null, { expiration_date: '2030-12-31T23:59:59Z' }],
          ['undecided', 'the date is no date', null, { expiration_date: 'soon' }],
          ['undecided', 'the date is settled at deployment', null, { expiration_date: unknown }],
        ],
      },
    },
    'no-secret-in-clear': {
      secret: {
        ...secret,
        // prettier-ignore
        rows: [
          ['fail',      'its value is written', null, { value: 'correct horse' }],
          ['silent',    'its value is given apart from the state', null, { value_wo_version: 1 }],
          ['pass',      'its value is made beside it', null, system({ value: refer('made', 'result') }, { made: { type: 'random_password', properties: {} } })],
          ['undecided', 'its value is settled at deployment', null, { value: unknown }],
        ],
      },
      certificate: {
        ...certificate,
        // prettier-ignore
        rows: [
          ['silent', 'the vault makes it', null, issued('Self', 'AutoRenew')],
          ['fail',   'its private key is written', null, { certificate: [{ contents: 'MIIK' }] }],
          ['fail',   'its password is written', null, { certificate: [{ password: 'correct horse' }] }],
        ],
      },
    },
    'certificate-renewed': {
      certificate: {
        ...certificate,
        // prettier-ignore
        rows: [
          ['pass',      'the vault renews it', null, issued('Self', 'AutoRenew')],
          ['fail',      'the vault writes to somebody', null, issued('Self', 'EmailContacts')],
          ['fail',      'its authority is not known to the vault', null, issued('Unknown', 'AutoRenew')],
          ['fail',      'somebody uploads it', null, { certificate: [{ contents: 'MIIK' }] }],
          ['undecided', 'what the vault does is settled at deployment', null, issued('Self', unknown)],
        ],
      },
    },
    'certificate-key-strong': {
      certificate: {
        ...certificate,
        // prettier-ignore
        rows: [
          ['pass',      'its key has 4096 bits', null, sized('RSA', 4096)],
          ['fail',      'its key has 1024 bits', null, sized('RSA', 1024)],
          ['pass',      'its key is of an elliptic curve', null, sized('EC', 256)],
          ['undecided', 'the size is settled at deployment', null, sized('RSA', unknown)],
        ],
      },
    },
  },
};
