import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secret, setting, table } from './tables';

const parameter = (key: string, value: unknown) => ({ key, value });

export const snowflakeDataRows: ServiceRows = {
  service: 'snowflake-data',
  controls: {
    versioned: {
      'Snowflake table': setting('snowflake_table', 'data_retention_time_in_days', 1, 0, 'pass', { name: 'one' },
        ['pass', 'the provider writes what it inherits', { data_retention_time_in_days: -1 }]),
      'Snowflake database': setting('snowflake_database', 'data_retention_time_in_days', 7, 0, 'pass', { name: 'one' }),
      'Snowflake account': table('snowflake_account_parameter',
        ['pass', 'some days are kept', parameter('min_data_retention_time_in_days', '7')],
        ['fail', 'none are', parameter('DATA_RETENTION_TIME_IN_DAYS', '0')],
        ['undecided', 'it is settled later', parameter('DATA_RETENTION_TIME_IN_DAYS', unknown)]),
    },
    'settings-enforced': {
      'Snowflake account': table('snowflake_account_parameter',
        ['pass', 'it binds', parameter('PREVENT_UNLOAD_TO_INLINE_URL', 'true')],
        ['fail', 'it does not', parameter('REQUIRE_STORAGE_INTEGRATION_FOR_STAGE_CREATION', 'false')],
        ['undecided', 'it is settled later', parameter('PREVENT_UNLOAD_TO_INLINE_URL', unknown)],
        ['undecided', 'which it is is settled later', { key: unknown, value: 'true' }],
        ['silent', 'it is about something else', parameter('TIMEZONE', 'UTC')]),
    },
    'key-rotation': {
      'Snowflake account': table('snowflake_account_parameter',
        ['pass', 'data gets new keys', parameter('PERIODIC_DATA_REKEYING', 'true')],
        ['fail', 'it does not', parameter('PERIODIC_DATA_REKEYING', 'false')],
        ['undecided', 'it is settled later', parameter('PERIODIC_DATA_REKEYING', unknown)]),
    },
    'endpoint-not-public': {
      'Snowflake account': table('snowflake_network_policy',
        ['pass', 'one network is named', { allowed_ip_list: ['192.0.2.0/24'] }],
        ['fail', 'every network is named', { allowed_ip_list: ['0.0.0.0/0'] }],
        ['fail', 'some are kept out alone', { blocked_ip_list: ['192.0.2.1'] }],
        ['undecided', 'a network is settled later', { allowed_ip_list: [unknown] }],
        ['undecided', 'a rule is made elsewhere', { allowed_network_rule_list: ['DB.SCHEMA.RULE'] }],
        ['pass', 'a rule names one network', system({ allowed_network_rule_list: [refer('rule', 'fully_qualified_name')] }, { rule: { type: 'snowflake_network_rule', properties: { value_list: ['192.0.2.0/24'] } } })],
        ['fail', 'a rule names every network', system({ allowed_network_rule_list: [refer('rule', 'fully_qualified_name')] }, { rule: { type: 'snowflake_network_rule', properties: { value_list: ['0.0.0.0/0'] } } })]),
    },
    'no-secret-in-clear': {
      'Snowflake stage': secret('snowflake_stage', 'credentials', { storage_integration: 'one' }),
      'stage in S3': secret('snowflake_stage_external_s3', 'credentials.aws_secret_key', { url: 's3://bucket/' }),
      'key of a stage': secret('snowflake_stage_external_azure', 'encryption.azure_cse.master_key', { url: 'azure://one.blob.core.windows.net/two' }),
      'stage within Snowflake': table('snowflake_stage_internal', ['silent', 'it has no secret', { name: 'one' }]),
      'stage with a role': table('snowflake_stage', ['silent', 'a role is named', { credentials: "AWS_ROLE = 'arn:aws:iam::111122223333:role/stage'" }]),
    },
    'machine-role-given': {
      'stage in S3': setting('snowflake_stage_external_s3', 'storage_integration', 'ONE', '', 'fail', { url: 's3://bucket/' },
        ['pass', 'a role is named', { url: 's3://bucket/', credentials: { aws_role: 'arn:aws:iam::111122223333:role/stage' } }]),
      'Snowflake stage': setting('snowflake_stage', 'storage_integration', 'ONE', '', 'fail', { url: 's3://bucket/' },
        ['silent', 'it is inside Snowflake', { name: 'one' }]),
    },
    'administration-confined': {
      'storage integration with AWS': setting('snowflake_storage_integration_aws', 'storage_allowed_locations', ['s3://bucket/'], ['*'], 'pass'),
      'Snowflake storage integration': setting('snowflake_storage_integration', 'storage_allowed_locations', ['s3://bucket/'], ['*'], 'pass'),
    },
    'transit-encrypted': {
      'OAuth integration': setting('snowflake_oauth_integration_for_custom_clients', 'oauth_redirect_uri', 'https://example.com/', 'http://example.com/', 'pass'),
      'SAML integration': setting('snowflake_saml2_integration', 'saml2_sso_url', 'https://example.com/', 'http://example.com/', 'pass'),
    },
    'oauth-client-confined': {
      'OAuth integration': setting('snowflake_oauth_integration_for_custom_clients', 'oauth_enforce_pkce', 'true', 'false', 'fail', { oauth_client_type: 'PUBLIC' },
        ['pass', 'the client has a secret', { oauth_client_type: 'CONFIDENTIAL' }]),
    },
    'users-in-directory': { 'SAML integration': setting('snowflake_saml2_integration', 'enabled', 'true', 'false', 'undecided', { saml2_sso_url: 'https://example.com/' }, ['undecided', 'the provider writes the default', { enabled: 'default' }]) },
  },
}; // prettier-ignore
