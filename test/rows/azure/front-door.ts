import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting as setting, terraformTable as table } from '../../support/terraform-rows';

const route = 'azurerm_cdn_frontdoor_route';
const domain = 'azurerm_cdn_frontdoor_custom_domain';
const origin = 'azurerm_cdn_frontdoor_origin';
const endpoint = 'azurerm_cdn_frontdoor_endpoint';
const profile = 'azurerm_cdn_frontdoor_profile';
const classic = 'azurerm_frontdoor';
const classicHttps = 'azurerm_frontdoor_custom_https_configuration';
const both = { supported_protocols: ['Http', 'Https'] };
const rule = (written: object) => ({ routing_rule: [{ name: 'a', ...written }] });
const guarded = (policy: object, cdn_frontdoor_domain_id = refer()) =>
  system(
    {},
    {
      guard: {
        type: 'azurerm_cdn_frontdoor_security_policy',
        properties: {
          security_policies: [{ firewall: [{ ...policy, association: [{ domain: [{ cdn_frontdoor_domain_id }] }] }] }],
        },
      },
    },
  );

/** A profile with a diagnostic setting beside it. */
const logging = (category: string) =>
  system(
    {},
    {
      log: {
        type: 'azurerm_monitor_diagnostic_setting',
        properties: { target_resource_id: refer(), storage_account_id: '/s', enabled_log: [{ category }] },
      },
    },
  );

export const frontDoorRows: ServiceRows = {
  service: 'front-door',
  controls: {
    'transit-encrypted': {
      route: table(
        route,
        ['pass', 'plain HTTP is redirected unless told otherwise', both],
        ['fail', 'it is not', { ...both, https_redirect_enabled: false }],
        ['pass', 'HTTPS alone is spoken', { supported_protocols: ['Https'], https_redirect_enabled: false }],
        ['undecided', 'that is settled at deployment', { ...both, https_redirect_enabled: unknown }],
      ),
      'classic Front Door': table(
        classic,
        [
          'fail',
          'plain HTTP is answered',
          rule({ accepted_protocols: ['Http', 'Https'], forwarding_configuration: [{ backend_pool_name: 'b' }] }),
        ],
        [
          'pass',
          'it is redirected',
          rule({
            accepted_protocols: ['Http'],
            redirect_configuration: [{ redirect_protocol: 'HttpsOnly', redirect_type: 'Found' }],
          }),
        ],
        [
          'pass',
          'HTTPS alone is answered',
          rule({ accepted_protocols: ['Https'], forwarding_configuration: [{ backend_pool_name: 'b' }] }),
        ],
        [
          'fail',
          'it is redirected as it came',
          rule({ accepted_protocols: ['Http'], redirect_configuration: [{ redirect_protocol: 'MatchRequest' }] }),
        ],
        ['undecided', 'that is settled at deployment', rule({ accepted_protocols: unknown })],
      ),
      'HTTPS of an endpoint': setting(classicHttps, 'custom_https_provisioning_enabled', [true, false], 'fail'),
    },
    'backend-encrypted': {
      route: setting(
        route,
        'forwarding_protocol',
        ['HttpsOnly', 'HttpOnly'],
        'pass',
        {},
        ['fail', 'origins are spoken to as callers speak', { ...both, https_redirect_enabled: false }],
        [
          'pass',
          'origins are spoken to by HTTPS however callers speak',
          { ...both, https_redirect_enabled: false, forwarding_protocol: 'HttpsOnly' },
        ],
      ),
      'classic Front Door': table(
        classic,
        [
          'pass',
          'HTTPS unless told otherwise',
          rule({ accepted_protocols: ['Https'], forwarding_configuration: [{ backend_pool_name: 'b' }] }),
        ],
        [
          'fail',
          'as callers speak',
          rule({ accepted_protocols: ['Https'], forwarding_configuration: [{ forwarding_protocol: 'MatchRequest' }] }),
        ],
        [
          'undecided',
          'that is settled at deployment',
          rule({ accepted_protocols: ['Https'], forwarding_configuration: [{ forwarding_protocol: unknown }] }),
        ],
        ['silent', 'nothing is forwarded', rule({ redirect_configuration: [{ redirect_protocol: 'HttpsOnly' }] })],
      ),
    },
    'tls-modern': {
      domain: setting(domain, 'tls.minimum_tls_version', ['TLS12', 'TLS10'], 'pass', {}, [
        'fail',
        'it is spelled as today',
        { tls: [{ minimum_version: 'TLS10' }] },
      ]),
    },
    'certificate-validated': {
      origin: setting(origin, 'certificate_name_check_enabled', [true, false], 'fail'),
      'classic Front Door': setting(
        classic,
        'backend_pool_settings.enforce_backend_pools_certificate_name_check',
        [true, false],
        'pass',
        {},
        ['fail', 'it is spelled as in the past', { enforce_backend_pools_certificate_name_check: false }],
      ),
    },
    'firewall-attached': {
      endpoint: table(
        endpoint,
        ['fail', 'nothing is said', {}],
        ['pass', 'a security policy guards it', guarded({ cdn_frontdoor_firewall_policy_id: '/policy' })],
        ['undecided', 'its policy is settled at deployment', guarded({ cdn_frontdoor_firewall_policy_id: unknown })],
        [
          'fail',
          'a security policy guards a domain, and not the endpoint itself',
          system(
            {},
            {
              ...guarded({ cdn_frontdoor_firewall_policy_id: '/policy' }, refer('domain')).others,
              domain: { type: domain, properties: { host_name: 'www.example.com' } },
            },
          ),
        ],
      ),
      'classic Front Door': setting(
        classic,
        'frontend_endpoint.web_application_firewall_policy_link_id',
        ['/policy', ''],
        'pass',
      ),
    },
    'machine-role-given': { profile: setting(profile, 'identity.type', ['SystemAssigned', ''], 'fail') },
    'access-logged': {
      profile: table(
        profile,
        ['fail', 'nothing is said', {}],
        ['pass', 'requests are sent to a store', logging('FrontDoorAccessLog')],
        ['pass', 'what the firewall does is', logging('FrontDoorWebApplicationFirewallLog')],
        ['fail', 'probes alone are', logging('FrontDoorHealthProbeLog')],
      ),
      'classic Front Door': table(classic, ['fail', 'nothing is said', {}]),
    },
  },
};
