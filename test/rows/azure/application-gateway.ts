import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const gateway = 'azurerm_application_gateway';
const listener = (protocol: unknown, more: object = {}) => ({
  name: protocol === 'Https' ? 'tls' : 'plain',
  protocol,
  ...more,
});
const redirected = (redirect: object) => ({
  http_listener: [listener('Http'), listener('Https')],
  request_routing_rule: [{ name: 'a', http_listener_name: 'plain', redirect_configuration_name: 'r' }],
  redirect_configuration: [{ name: 'r', ...redirect }],
});
const policy = (written: object) => ({ http_listener: [listener('Https')], ssl_policy: [written] });

export const applicationGatewayRows: ServiceRows = {
  service: 'application-gateway',
  controls: {
    'transit-encrypted': {
      gateway: table(
        gateway,
        ['pass', 'the listener is encrypted', { http_listener: [listener('Https')] }],
        ['fail', 'it is not', { http_listener: [listener('Http')] }],
        ['pass', 'it redirects to one that is', redirected({ target_listener_name: 'tls' })],
        ['pass', 'it redirects to an address that is', redirected({ target_url: 'https://example.com' })],
        ['fail', 'it redirects to one that is not', redirected({ target_url: 'http://example.com' })],
        ['undecided', 'where it redirects is settled at deployment', redirected({ target_url: unknown })],
        ['undecided', 'the protocol is settled at deployment', { http_listener: [{ name: 'a', protocol: unknown }] }],
      ),
    },
    'tls-modern': {
      gateway: table(
        gateway,
        ['silent', 'nothing is encrypted', { http_listener: [listener('Http')] }],
        ['pass', 'no policy is chosen', { http_listener: [listener('Https')] }],
        [
          'pass',
          'the policy of 2022 is chosen',
          policy({ policy_type: 'Predefined', policy_name: 'AppGwSslPolicy20220101S' }),
        ],
        [
          'fail',
          'the policy of 2015 is chosen',
          policy({ policy_type: 'Predefined', policy_name: 'AppGwSslPolicy20150501' }),
        ],
        ['fail', 'an old version is chosen', policy({ policy_type: 'Custom', min_protocol_version: 'TLSv1_1' })],
        ['pass', 'a current version is chosen', policy({ policy_type: 'CustomV2', min_protocol_version: 'TLSv1_3' })],
        ['pass', 'old versions are disabled', policy({ disabled_protocols: ['TLSv1_0', 'TLSv1_1'] })],
        ['undecided', 'one old version is left', policy({ disabled_protocols: ['TLSv1_0'] })],
        ['undecided', 'which are disabled is settled at deployment', policy({ disabled_protocols: unknown })],
        ['undecided', 'the policy is settled at deployment', policy({ policy_name: unknown })],
        ['undecided', 'the policy is not known', policy({ policy_name: 'AppGwSslPolicy20990101' })],
        [
          'fail',
          'a profile has an old one',
          {
            http_listener: [listener('Https')],
            ssl_profile: [{ name: 'p', ssl_policy: [{ policy_name: 'AppGwSslPolicy20170401' }] }],
          },
        ],
      ),
    },
    'firewall-attached': {
      gateway: table(
        gateway,
        ['fail', 'nothing is said', {}],
        ['pass', 'a policy is attached', { firewall_policy_id: '/policy' }],
        ['pass', 'the firewall is on', { waf_configuration: [{ enabled: true, firewall_mode: 'Prevention' }] }],
        ['fail', 'the firewall is off', { waf_configuration: [{ enabled: false }] }],
        [
          'pass',
          'every listener has a policy',
          { http_listener: [listener('Https', { firewall_policy_id: '/policy' })] },
        ],
        ['undecided', 'that is settled at deployment', { waf_configuration: [{ enabled: unknown }] }],
      ),
    },
    'backend-encrypted': { gateway: setting(gateway, 'backend_http_settings.protocol', ['Https', 'Http'], 'silent') },
    'front-private': {
      gateway: table(
        gateway,
        ['pass', 'its address is private', { frontend_ip_configuration: [{ name: 'a', subnet_id: '/subnet' }] }],
        [
          'fail',
          'it has a public one',
          system(
            { frontend_ip_configuration: [{ name: 'a', public_ip_address_id: refer('address') }] },
            { address: { type: 'azurerm_public_ip', properties: {} } },
          ),
        ],
        [
          'undecided',
          'that is settled at deployment',
          { frontend_ip_configuration: [{ name: 'a', public_ip_address_id: unknown }] },
        ],
      ),
    },
    'machine-role-given': { gateway: setting(gateway, 'identity.type', ['UserAssigned', ''], 'fail') },
    'access-logged': { gateway: table(gateway, ['fail', 'nothing is said', {}]) },
    'no-secret-in-clear': {
      gateway: table(
        gateway,
        ['silent', 'no secret is set', {}],
        ['fail', 'the password of a certificate is written', { ssl_certificate: [{ name: 'a', password: 'written' }] }],
        ['undecided', 'it is settled at deployment', { ssl_certificate: [{ name: 'a', password: unknown }] }],
      ),
    },
  },
};
