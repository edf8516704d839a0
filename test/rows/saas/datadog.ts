import { unknown, type ServiceRows } from '../../support/row';
import { secret, setting, table } from './tables';

const organization = 'datadog_organization_settings';

export const datadogRows: ServiceRows = {
  service: 'datadog',
  controls: {
    'users-in-directory': {
      'Datadog organization': setting(organization, 'settings.saml_strict_mode.enabled', true, false, 'fail', { settings: { saml: { enabled: true } } },
        ['fail', 'SAML itself is off', { settings: { saml: { enabled: false }, saml_strict_mode: { enabled: true } } }]),
    },
    'public-access-blocked': {
      'Datadog organization': setting(organization, 'settings.private_widget_share', false, true, 'pass'),
    },
    'iam-no-admin': {
      'Datadog organization': table(organization,
        ['fail', 'whoever signs in is made administrator', { settings: { saml_autocreate_access_role: 'adm', saml_autocreate_users_domains: { enabled: true, domains: ['example.com'] } } }],
        ['pass', 'whoever signs in is made a user', { settings: { saml_autocreate_access_role: 'st', saml_autocreate_users_domains: { enabled: true } } }],
        ['pass', 'nobody is made anything', { settings: { saml_autocreate_access_role: 'adm', saml_autocreate_users_domains: { enabled: false } } }],
        ['pass', 'nothing is said', {}],
        ['undecided', 'the role is settled later', { settings: { saml_autocreate_access_role: unknown, saml_autocreate_users_domains: { enabled: true } } }]),
    },
    'security-contact-set': {
      'Datadog organization': setting(organization, 'security_contacts', ['security@example.com'], [], 'fail'),
    },
    'no-long-lived-credentials': {
      'Datadog application key': table('datadog_application_key', ['fail', 'it has no end', { name: 'ci' }]),
      'key of a service account': table('datadog_service_account_application_key', ['fail', 'it has no end', { name: 'ci' }]),
      'integration with AWS': table('datadog_integration_aws_account',
        ['fail', 'keys are handed over', { auth_config: { aws_auth_config_keys: { access_key_id: 'one', secret_access_key: unknown } } }],
        ['pass', 'a role is assumed', { auth_config: { aws_auth_config_role: { role_name: 'datadog' } } }],
        ['undecided', 'it is settled later', { auth_config: { aws_auth_config_keys: unknown } }]),
      'integration with Google Cloud': table('datadog_integration_gcp', ['fail', 'a key is handed over', { private_key: 'made up' }]),
    },
    'administration-confined': {
      'Datadog application key': setting('datadog_application_key', 'scopes', ['dashboards_read'], [], 'fail', { name: 'ci' }),
    },
    'front-private': {
      'Datadog organization': table('datadog_ip_allowlist',
        ['pass', 'one network is named', { enabled: true, entry: [{ cidr_block: '192.0.2.0/24' }] }],
        ['fail', 'the list is off', { enabled: false, entry: [{ cidr_block: '192.0.2.0/24' }] }],
        ['fail', 'every network is named', { enabled: true, entry: [{ cidr_block: '192.0.2.0/24' }, { cidr_block: '0.0.0.0/0' }] }],
        ['undecided', 'a network is settled later', { enabled: true, entry: [{ cidr_block: unknown }] }],
        ['undecided', 'the switch is settled later', { enabled: unknown, entry: [{ cidr_block: '192.0.2.0/24' }] }]),
    },
    'logs-kept': {
      'Datadog log index': setting('datadog_logs_index', 'retention_days', 365, 30, 'undecided', { name: 'main' },
        ['pass', 'they are moved to a slower store', { name: 'main', retention_days: 15, flex_retention_days: 450 }]),
    },
    'sensitive-data-masked': {
      'Datadog rule for sensitive data': setting('datadog_sensitive_data_scanner_rule', 'text_replacement.type', 'hash', 'none', 'fail', { is_enabled: true },
        ['fail', 'it is off', { is_enabled: false, text_replacement: { type: 'hash' } }],
        ['undecided', 'it is not said whether it is on', { text_replacement: { type: 'hash' } }]),
    },
    'no-secret-in-clear': {
      'hidden variable': secret('datadog_synthetics_global_variable', 'value', { secure: true }),
      'variable that all may see': table('datadog_synthetics_global_variable', ['silent', 'it is no secret', { value: 'example', secure: false }]),
      'key of Google Cloud': secret('datadog_integration_gcp', 'private_key'),
      'key of AWS': secret('datadog_integration_aws_account', 'auth_config.aws_auth_config_keys.secret_access_key'),
    },
  },
}; // prettier-ignore
