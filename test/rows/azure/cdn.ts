import { unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const endpoint = 'azurerm_cdn_endpoint';
const domain = 'azurerm_cdn_endpoint_custom_domain';
const toHttps = { url_redirect_action: [{ redirect_type: 'Found', protocol: 'Https' }] };

export const cdnRows: ServiceRows = {
  service: 'cdn',
  controls: {
    'transit-encrypted': {
      endpoint: setting(
        endpoint,
        'is_http_allowed',
        [false, true],
        'fail',
        {},
        [
          'pass',
          'a rule sends plain HTTP to HTTPS',
          {
            delivery_rule: [
              {
                name: 'a',
                order: 1,
                request_scheme_condition: [{ operator: 'Equal', match_values: ['HTTP'] }],
                ...toHttps,
              },
            ],
          },
        ],
        ['fail', 'the rule is for something else', { delivery_rule: [{ name: 'a', order: 1, ...toHttps }] }],
        [
          'fail',
          'what is sent to HTTPS is HTTPS already',
          {
            delivery_rule: [
              {
                name: 'a',
                order: 1,
                request_scheme_condition: [{ operator: 'Equal', match_values: ['HTTPS'] }],
                ...toHttps,
              },
            ],
          },
        ],
        [
          'fail',
          'a redirect keeps the scheme',
          { global_delivery_rule: [{ url_redirect_action: [{ redirect_type: 'Found' }] }] },
        ],
        ['pass', 'everything is sent to HTTPS', { global_delivery_rule: [toHttps] }],
        ['fail', 'HTTPS is off', { is_https_allowed: false, global_delivery_rule: [toHttps] }],
      ),
      domain: table(
        domain,
        ['fail', 'it has no certificate', {}],
        ['pass', 'Azure keeps one', { cdn_managed_https: [{ certificate_type: 'Shared', protocol_type: 'IPBased' }] }],
        [
          'pass',
          'a vault keeps one',
          { user_managed_https: [{ key_vault_secret_id: 'https://vault.example/secrets/a' }] },
        ],
        ['undecided', 'that is settled at deployment', { cdn_managed_https: unknown }],
      ),
    },
    'tls-modern': {
      domain: table(
        domain,
        ['pass', 'nothing is said', { cdn_managed_https: [{ certificate_type: 'Shared' }] }],
        ['fail', 'every version is accepted', { cdn_managed_https: [{ tls_version: 'None' }] }],
        ['fail', 'an old one is', { user_managed_https: [{ tls_version: 'TLS10' }] }],
        ['undecided', 'that is settled at deployment', { user_managed_https: [{ tls_version: unknown }] }],
        ['silent', 'it has no certificate', {}],
      ),
    },
    'countries-limited': {
      endpoint: table(
        endpoint,
        ['fail', 'nothing is said', {}],
        ['pass', 'some are let in', { geo_filter: [{ relative_path: '/', action: 'Allow', country_codes: ['DE'] }] }],
        ['undecided', 'that is settled at deployment', { geo_filter: unknown }],
      ),
    },
  },
};
