import type { Service } from '../service';
import { secretFacts } from '../aws/secret-facts';

/** Secrets that connect a tenant with something else: by type, what people call the thing, and where its secrets stand. */
const secrets: Readonly<Record<string, readonly [noun: string, ...paths: string[]]>> = {
  auth0_email: ['Auth0 e-mail provider', 'credentials.api_key', 'credentials.smtp_pass', 'credentials.secret_access_key'],
  auth0_email_provider: [
    'Auth0 e-mail provider', 'credentials.api_key', 'credentials.azure_cs_connection_string', 'credentials.ms365_client_secret', 'credentials.secret_access_key', 'credentials.smtp_pass',
  ],
  auth0_rule_config: ['Auth0 rule setting', 'value'],
  auth0_user: ['Auth0 user', 'password'],
  cloudflare_access_identity_provider: ['Cloudflare identity provider', 'config.client_secret', 'config.api_token'],
  cloudflare_argo_tunnel: ['Cloudflare Tunnel', 'secret'],
  cloudflare_custom_ssl: ['Cloudflare certificate', 'private_key', 'custom_ssl_options.private_key'],
  cloudflare_hyperdrive_config: ['Cloudflare Hyperdrive', 'origin.password', 'origin.access_client_secret'],
  cloudflare_keyless_certificate: ['Cloudflare certificate', 'private_key'],
  cloudflare_notification_policy_webhooks: ['Cloudflare webhook', 'secret'],
  cloudflare_tunnel: ['Cloudflare Tunnel', 'secret', 'tunnel_secret'],
  cloudflare_workers_secret: ['Cloudflare Workers secret', 'secret_text'],
  cloudflare_zero_trust_access_identity_provider: ['Cloudflare identity provider', 'config.client_secret', 'config.api_token'],
  cloudflare_zero_trust_tunnel_cloudflared: ['Cloudflare Tunnel', 'secret', 'tunnel_secret'],
  datadog_integration_azure: ['Datadog integration with Azure', 'client_secret'],
  datadog_integration_cloudflare_account: ['Datadog integration with Cloudflare', 'api_key'],
  datadog_integration_confluent_account: ['Datadog integration with Confluent', 'api_secret'],
  datadog_integration_fastly_account: ['Datadog integration with Fastly', 'api_key'],
  datadog_integration_opsgenie_service_object: ['Datadog integration with Opsgenie', 'opsgenie_api_key'],
  datadog_integration_pagerduty: ['Datadog integration with PagerDuty', 'api_token'],
  datadog_integration_pagerduty_service_object: ['Datadog integration with PagerDuty', 'service_key'],
  datadog_logs_custom_destination: [
    'Datadog log destination', 'http_destination.basic_auth.password', 'http_destination.custom_header_auth.header_value', 'splunk_destination.access_token', 'elasticsearch_destination.basic_auth.password',
  ],
  datadog_webhook_custom_variable: ['Datadog webhook variable', 'value'],
  okta_app_shared_credentials: ['Okta application', 'shared_password'],
  okta_authenticator: ['Okta authenticator', 'provider_secret_key', 'provider_shared_secret'],
  okta_email_smtp_server: ['Okta mail server', 'password'],
  okta_idp_oidc: ['Okta identity provider', 'client_secret'],
  okta_idp_social: ['Okta identity provider', 'client_secret', 'apple_private_key'],
  snowflake_api_authentication_integration_with_authorization_code_grant: ['Snowflake integration', 'oauth_client_secret'],
  snowflake_api_authentication_integration_with_client_credentials: ['Snowflake integration', 'oauth_client_secret'],
  snowflake_api_authentication_integration_with_jwt_bearer: ['Snowflake integration', 'oauth_client_secret'],
  snowflake_secret_with_authorization_code_grant: ['Snowflake secret', 'oauth_refresh_token'],
  snowflake_secret_with_basic_authentication: ['Snowflake secret', 'password'],
  snowflake_secret_with_generic_string: ['Snowflake secret', 'secret_string'],
}; // prettier-ignore

/** A variable that says that it is no secret is none. */
const openly: Readonly<Record<string, string>> = { datadog_webhook_custom_variable: 'is_secret' };

export const tenantSecret: Service = {
  name: 'tenant-secret',
  types: { terraform: Object.keys(secrets) },
  facts(resource) {
    const [noun = '', ...paths] = secrets[resource.type] ?? [];
    const mark = openly[resource.type];
    const marked = mark === undefined ? undefined : resource.properties.get(mark).flag();
    if (marked?.state === 'known' && !marked.value) return [];
    return secretFacts(
      resource,
      noun,
      paths.map((path) => [path.slice(path.lastIndexOf('.') + 1), resource.properties.get(...path.split('.'))]),
    );
  },
};
