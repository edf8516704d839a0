import { type ServiceRows } from '../../support/row';
import { secret, table } from './tables';

export const tenantSecretRows: ServiceRows = {
  service: 'tenant-secret',
  controls: {
    'no-secret-in-clear': {
      'Auth0 e-mail provider': secret('auth0_email_provider', 'credentials.smtp_pass', { name: 'smtp' }),
      'Cloudflare Tunnel': secret('cloudflare_zero_trust_tunnel_cloudflared', 'tunnel_secret'),
      'Datadog integration with Azure': secret('datadog_integration_azure', 'client_secret'),
      'Cloudflare Hyperdrive': secret('cloudflare_hyperdrive_config', 'origin.password'),
      'Datadog log destination': secret('datadog_logs_custom_destination', 'http_destination.basic_auth.password'),
      'Datadog webhook variable': secret('datadog_webhook_custom_variable', 'value', { is_secret: true }),
      'variable that is no secret': table('datadog_webhook_custom_variable', ['silent', 'it says so', { is_secret: false, value: 'example' }]),
      'Okta identity provider': secret('okta_idp_oidc', 'client_secret'),
      'Snowflake secret': secret('snowflake_secret_with_generic_string', 'secret_string'),
    },
  },
}; // prettier-ignore
