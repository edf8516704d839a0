import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { map, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import { secretsInText } from '../aws/secret-text';
import type { Service } from '../service';
import type { About } from './about';
import { holds, plainAddress } from './web-address';
import { meaning, switched } from './word';

const kept = ['snowflake_database', 'snowflake_schema', 'snowflake_table'];

export const snowflakeData: Service = {
  name: 'snowflake-data',
  types: {
    terraform: [
      ...kept,
      'snowflake_account_parameter',
      'snowflake_network_policy',
      'snowflake_oauth_integration_for_custom_clients',
      'snowflake_saml2_integration',
      'snowflake_stage',
      'snowflake_storage_integration',
    ],
  },
  facts(resource, graph) {
    if (kept.includes(resource.type)) return retentionFacts(resource);
    switch (resource.type) {
      case 'snowflake_account_parameter':
        return parameterFacts(resource);
      case 'snowflake_network_policy':
        return networkFacts(resource, graph);
      case 'snowflake_stage':
        return stageFacts(resource);
      case 'snowflake_storage_integration':
        return integrationFacts(resource);
      default:
        return signInFacts(resource);
    }
  },
};

/**
 * How long what was deleted can be had back. What says nothing (the provider writes -1) has what it stands in; an account
 * keeps a day.
 *
 * @see https://docs.snowflake.com/en/user-guide/data-time-travel
 */
function* retentionFacts(store: Resource): Iterable<Fact> {
  const days = otherwise(store.properties.get('data_retention_time_in_days').number(), -1, 'a day unless told otherwise');
  yield { noun: nouns[store.type] ?? 'Snowflake object', subject: store, kind: 'versioning', on: map(days, (count) => count !== 0) };
} // prettier-ignore

const nouns: Readonly<Record<string, string>> = {
  snowflake_database: 'Snowflake database',
  snowflake_schema: 'Snowflake schema',
  snowflake_table: 'Snowflake table',
};

/** Parameters that bind whoever uses the account. */
const binding = [
  'ENFORCE_NETWORK_RULES_FOR_INTERNAL_STAGES', 'EXTERNAL_OAUTH_ADD_PRIVILEGED_ROLES_TO_BLOCKED_LIST',
  'OAUTH_ADD_PRIVILEGED_ROLES_TO_BLOCKED_LIST', 'PREVENT_LOAD_FROM_INLINE_URL', 'PREVENT_UNLOAD_TO_INLINE_URL',
  'PREVENT_UNLOAD_TO_INTERNAL_STAGES', 'REQUIRE_STORAGE_INTEGRATION_FOR_STAGE_CREATION',
  'REQUIRE_STORAGE_INTEGRATION_FOR_STAGE_OPERATION',
]; // prettier-ignore

/** @see https://docs.snowflake.com/en/sql-reference/parameters */
function* parameterFacts(parameter: Resource): Iterable<Fact> {
  const about: About = { noun: 'Snowflake account', subject: parameter };
  const { properties } = parameter;
  const key = map(otherwise(properties.get('key').text(), '', 'not said'), (name) => name.toUpperCase());
  const value = otherwise(properties.get('value').text(), '', 'not said');
  if (key.state === 'unknown') yield { ...about, kind: 'client-settings', enforced: unknown(key.why, key.at) };
  else if (binding.includes(key.value)) yield { ...about, kind: 'client-settings', enforced: meaning(value, switched) };
  else if (key.value === 'PERIODIC_DATA_REKEYING')
    yield { ...about, kind: 'key', rotated: meaning(value, switched) };
  else if (/^(MIN_)?DATA_RETENTION_TIME_IN_DAYS$/.test(key.value))
    yield { ...about, kind: 'versioning', on: map(otherwise(properties.get('value').number(), 0, 'not said'), (days) => days > 0) };
} // prettier-ignore

/**
 * Which addresses may use the account. A policy that names none lets all in but those it blocks.
 *
 * @see https://docs.snowflake.com/en/user-guide/network-policies
 */
function* networkFacts(policy: Resource, graph: ResourceGraph): Iterable<Fact> {
  const { properties } = policy;
  const [addresses, rules] = [properties.get('allowed_ip_list'), properties.get('allowed_network_rule_list')];
  const whole = ['0.0.0.0/0', '0.0.0.0', '::/0'];
  const nobodyNamed = all(
    not(is(addresses.present(), (yes) => yes, 'addresses')),
    not(is(rules.present(), (yes) => yes, 'network rules')),
  );
  yield {
    noun: 'Snowflake account',
    subject: policy,
    kind: 'public-endpoint',
    role: 'store',
    public: settledTruth(
      any(
        nobodyNamed,
        is(holds(addresses, whole, 'none is named'), (yes) => yes, 'addresses'),
        ...graph.followAll(rules, ['snowflake_network_rule']).flatMap((link): readonly Truth[] =>
          link.state === 'linked'
            ? [is(holds(link.resource.properties.get('value_list'), whole, 'none is named'), (yes) => yes, 'network rule')]
            : [truth(undefined, rules.at, 'a network rule that is not shown here')],
        ),
      ),
      properties.at,
    ),
  };
} // prettier-ignore

/** @see https://registry.terraform.io/providers/snowflakedb/snowflake/latest/docs/resources/stage */
function* stageFacts(stage: Resource): Iterable<Fact> {
  const about: About = { noun: 'Snowflake stage', subject: stage };
  const { properties } = stage;
  const credentials = properties.get('credentials');
  const text = credentials.text();
  const role = text.state === 'known' && /AWS_ROLE/i.test(text.value) && secretsInText(text.value).length === 0;
  if (!role) yield* secretFacts(stage, about.noun, [['credentials', credentials]]);
  const outside = properties.get('url').present();
  if (outside.state === 'known' && !outside.value) return;
  const integrated = properties.get('storage_integration').present();
  yield { ...about, kind: 'machine-role', given: integrated };
}

/** Where an integration may read and write: `*` is every store that its role reaches. */
function* integrationFacts(integration: Resource): Iterable<Fact> {
  yield {
    noun: 'Snowflake storage integration',
    subject: integration,
    kind: 'administration',
    unlimited: settledTruth(
      some(
        otherwise(integration.properties.get('storage_allowed_locations').list(), [], 'none is named'),
        (place) => is(otherwise(place.text(), '', 'none'), (text) => text === '*', 'locations'),
        'locations',
      ),
      integration.properties.at,
    ),
  };
}

/**
 * @see https://registry.terraform.io/providers/snowflakedb/snowflake/latest/docs/resources/oauth_integration_for_custom_clients
 * @see https://registry.terraform.io/providers/snowflakedb/snowflake/latest/docs/resources/saml2_integration
 */
function* signInFacts(integration: Resource): Iterable<Fact> {
  const { properties } = integration;
  const saml = integration.type === 'snowflake_saml2_integration';
  const about: About = { noun: 'Snowflake integration', subject: integration };
  const address = properties.get(saml ? 'saml2_sso_url' : 'oauth_redirect_uri');
  yield {
    ...about,
    kind: 'data-in-transit',
    plaintext: otherwise(plainAddress(address), false, 'no address is written'),
  };
  if (saml) yield { ...about, kind: 'user-store', central: toggled(properties.get('enabled')) };
  else
    yield {
      ...about,
      kind: 'oauth-client',
      flowsCurrent: settledTruth(
        any(
          is(toggled(properties.get('oauth_enforce_pkce')), (on) => on, 'PKCE'),
          is(otherwise(properties.get('oauth_client_type').text(), 'PUBLIC', 'not said'), (type) => type === 'CONFIDENTIAL', 'kind of client'),
        ),
        properties.at,
      ),
    };
} // prettier-ignore

const toggled = (property: Property): Settled<boolean> =>
  meaning(otherwise(property.text(), 'default', 'off unless told otherwise'), { ...switched, default: false });
