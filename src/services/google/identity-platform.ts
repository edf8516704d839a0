import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth, some } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';

/**
 * How the users of an application of one's own sign in.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/identity_platform_config (7.12, 2025-11)
 */
export const identityPlatform: Service = {
  name: 'identity-platform',
  types: {
    terraform: [
      // Which groups of people there are is a matter of the directory, which no plan shows.
      'google_cloud_identity_group',
      'google_cloud_identity_group_membership',
      'google_identity_platform_config',
      'google_identity_platform_inbound_saml_config',
      'google_identity_platform_tenant',
      'google_identity_platform_tenant_inbound_saml_config',
    ],
  },
  facts: (resource) => (resource.type === 'google_identity_platform_config' ? configurationFacts(resource) : []),
};

function* configurationFacts(configuration: Resource): Iterable<Fact> {
  const about = { subject: configuration, noun: 'Identity platform' };
  const { properties } = configuration;
  const state = otherwise(properties.get('mfa', 'state').text(), 'DISABLED', 'off by default');
  const factors = properties.get('mfa', 'enabled_providers');
  yield {
    kind: 'multi-factor',
    required: map(state, (name) => name === 'MANDATORY'),
    offered: map(state, (name) => name === 'MANDATORY' || name === 'ENABLED'),
    beyondTextMessage: settledTruth(
      all(
        is(state, (name) => name !== 'DISABLED', 'second factor'),
        some(
          otherwise(properties.get('mfa', 'provider_configs').list(), [], 'text messages alone'),
          (provider) =>
            is(
              otherwise(provider.get('state').text(), 'DISABLED', 'off by default'),
              (name) => name !== 'DISABLED',
              'one-time passwords of an app',
            ),
          'providers of second factors',
        ),
      ),
      factors.at,
    ),
    ...about,
  };
  yield {
    kind: 'sign-up',
    open: map(
      otherwise(
        properties.get('client', 'permissions', 'disabled_user_signup').flag(),
        false,
        'everybody may sign up by default',
      ),
      (off) => !off,
    ),
    ...about,
  };
  const anonymous = otherwise(properties.get('sign_in', 'anonymous', 'enabled').flag(), false, 'off by default');
  yield { kind: 'sign-in', required: map(anonymous, (on) => !on), ...about };
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: otherwise(properties.get('monitoring', 'request_logging', 'enabled').flag(), false, 'off by default'),
    ...about,
  };
}
