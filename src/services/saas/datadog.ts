import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some } from '../../model/truth';
import { known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { everything, roleGrant } from './role-grant';

const applicationKeys = ['datadog_application_key', 'datadog_service_account_application_key'];

export const datadog: Service = {
  name: 'datadog',
  types: {
    terraform: [
      ...applicationKeys,
      'datadog_integration_aws_account',
      'datadog_integration_gcp',
      'datadog_ip_allowlist',
      'datadog_logs_index',
      'datadog_organization_settings',
      'datadog_sensitive_data_scanner_rule',
      'datadog_synthetics_global_variable',
    ],
  },
  facts(resource) {
    if (applicationKeys.includes(resource.type)) return keyFacts(resource);
    switch (resource.type) {
      case 'datadog_organization_settings':
        return organizationFacts(resource);
      case 'datadog_ip_allowlist':
        return allowlistFacts(resource);
      case 'datadog_logs_index':
        return indexFacts(resource);
      case 'datadog_sensitive_data_scanner_rule':
        return scannerFacts(resource);
      case 'datadog_synthetics_global_variable':
        return variableFacts(resource);
      default:
        return integrationFacts(resource);
    }
  },
};

/**
 * How people sign in, and who hears of incidents. With strict SAML nobody signs in past the directory, so that who has
 * left it has left Datadog.
 *
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/organization_settings (the defaults)
 */
function* organizationFacts(organization: Resource): Iterable<Fact> {
  const about: About = { noun: 'Datadog organization', subject: organization };
  const { properties } = organization;
  const settings = properties.get('settings');
  const flag = (...path: readonly string[]): Settled<boolean> =>
    otherwise(settings.get(...path).flag(), false, 'off unless told otherwise');
  const on = (value: Settled<boolean>, note: string) => is(value, (yes) => yes, note);
  yield {
    kind: 'user-store', central: settledTruth(
      all(on(flag('saml', 'enabled'), 'SAML'), on(flag('saml_strict_mode', 'enabled'), 'sign-in by SAML alone')),
      settings.at,
    ), ...about,
  };
  const shares = flag('private_widget_share');
  yield {
    kind: 'public-access-block', complete: map(shares, (yes) => !yes), explicit: settings.get('private_widget_share').present(), ...about,
  };
  const role = otherwise(settings.get('saml_autocreate_access_role').text(), 'st', 'standard unless told otherwise');
  yield roleGrant(about, {
    role,
    powers: map(role, (name) => (name === 'adm' ? everything : {})),
    wide: settledTruth(on(flag('saml_autocreate_users_domains', 'enabled'), 'users are made as they sign in'), settings.at),
  });
  yield { kind: 'contact', set: properties.get('security_contacts').present(), ...about };
} // prettier-ignore

/**
 * A key has no end, and does what its owner may do unless it names scopes.
 *
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/application_key
 * @see https://docs.datadoghq.com/account_management/api-app-keys/
 */
function* keyFacts(key: Resource): Iterable<Fact> {
  const about: About = { noun: 'Datadog application key', subject: key };
  const { properties } = key;
  yield { kind: 'credential', longLived: known(true, properties.at, 'it has no end'), ...about };
  yield { kind: 'administration', unlimited: map(properties.get('scopes').present(), (scoped) => !scoped), ...about };
}

/**
 * Which addresses may use Datadog.
 *
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/ip_allowlist
 */
function* allowlistFacts(allowlist: Resource): Iterable<Fact> {
  const { properties } = allowlist;
  const enabled = otherwise(properties.get('enabled').flag(), false, 'off');
  const entries = properties.get('entry');
  const everywhere = some(
    otherwise(entries.list(), [], 'none is named'),
    (entry) =>
      is(otherwise(entry.get('cidr_block').text(), '', 'none'), (block) => /^(0\.0\.0\.0|::)\/0$/.test(block), 'addresses'),
    'addresses',
  );
  yield {
    noun: 'Datadog organization',
    subject: allowlist,
    kind: 'public-endpoint',
    role: 'front',
    public: settledTruth(any(not(is(enabled, (on) => on, 'list of addresses')), everywhere), properties.at),
  };
} // prettier-ignore

/** @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/logs_index */
function* indexFacts(index: Resource): Iterable<Fact> {
  const { properties } = index;
  const days = orElse(properties.get('flex_retention_days').number(), () =>
    orElse(properties.get('retention_days').number(), () =>
      unknown<number>('the contract with Datadog says how long', properties.get('retention_days').at),
    ),
  );
  yield { noun: 'Datadog log index', subject: index, kind: 'retention', days };
}

/**
 * What is found is hidden only where a replacement is named.
 *
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/sensitive_data_scanner_rule
 */
function* scannerFacts(rule: Resource): Iterable<Fact> {
  const { properties } = rule;
  const enabled = orElse(properties.get('is_enabled').flag(), () =>
    unknown<boolean>('whether it is on is not said', properties.get('is_enabled').at),
  );
  const replaced = otherwise(properties.get('text_replacement', 'type').text(), 'none', 'nothing is replaced unless told so');
  yield {
    noun: 'Datadog rule for sensitive data',
    subject: rule,
    kind: 'masking',
    on: settledTruth(
      all(
        is(enabled, (on) => on, 'rule'),
        is(replaced, (type) => type !== 'none', 'replacement'),
      ),
      properties.at,
    ),
  };
} // prettier-ignore

/** A variable of tests that is hidden holds a secret. */
function* variableFacts(variable: Resource): Iterable<Fact> {
  const hidden = variable.properties.get('secure').flag();
  if (hidden.state === 'known' && hidden.value)
    yield* secretFacts(variable, 'Datadog variable', [['value', variable.properties.get('value')]]);
}

/**
 * Keys of a cloud account, handed to Datadog: a role would need none.
 *
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/integration_aws_account
 * @see https://docs.datadoghq.com/integrations/google_cloud_platform/ (keys are the older way)
 */
function* integrationFacts(integration: Resource): Iterable<Fact> {
  const about: About = { noun: 'Datadog integration', subject: integration };
  const { properties } = integration;
  const keys = properties.get('auth_config', 'aws_auth_config_keys');
  const key = integration.type === 'datadog_integration_gcp' ? properties.get('private_key') : keys.get('secret_access_key');
  const held = integration.type === 'datadog_integration_gcp' ? key.present() : keys.present();
  yield { kind: 'credential', longLived: held, ...about };
  yield* secretFacts(integration, about.noun, [['key', key]]);
} // prettier-ignore
