import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import { secretsInText } from '../aws/secret-text';
import type { Service } from '../service';
import type { About } from './about';
import { holds, plainAddress } from './web-address';
import { meaning, switched } from './word';

const kept = ['snowflake_database', 'snowflake_schema', 'snowflake_table'];
const stages = ['azure', 'gcs', 's3', 's3_compatible'].map((cloud) => `snowflake_stage_external_${cloud}`);
const integrations = [
  'snowflake_storage_integration',
  ...['aws', 'azure', 'gcs'].map((cloud) => `snowflake_storage_integration_${cloud}`),
];

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
      ...stages,
      // A stage within Snowflake, which encrypts it.
      'snowflake_stage_internal',
      ...integrations,
    ],
  },
  facts(resource, graph) {
    if (kept.includes(resource.type)) return retentionFacts(resource);
    if (stages.includes(resource.type)) return externalFacts(resource);
    if (integrations.includes(resource.type)) return integrationFacts(resource);
    switch (resource.type) {
      case 'snowflake_account_parameter':
        return parameterFacts(resource);
      case 'snowflake_network_policy':
        return networkFacts(resource, graph);
      case 'snowflake_stage':
        return stageFacts(resource);
      case 'snowflake_stage_internal':
        return [];
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
  if (key.state === 'unknown') yield { kind: 'client-settings', enforced: unknown(key.why, key.at), ...about };
  else if (binding.includes(key.value)) yield { kind: 'client-settings', enforced: meaning(value, switched), ...about };
  else if (key.value === 'PERIODIC_DATA_REKEYING')
    yield { kind: 'key', rotated: meaning(value, switched), ...about };
  else if (/^(MIN_)?DATA_RETENTION_TIME_IN_DAYS$/.test(key.value))
    yield { kind: 'versioning', on: map(otherwise(properties.get('value').number(), 0, 'not said'), (days) => days > 0), ...about };
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
  yield { kind: 'machine-role', given: integrated, ...about };
}

/**
 * A stage outside of Snowflake, as the provider has them by cloud.
 *
 * @see https://registry.terraform.io/providers/snowflakedb/snowflake/latest/docs/resources/stage_external_s3
 */
function* externalFacts(stage: Resource): Iterable<Fact> {
  const about: About = { noun: 'Snowflake stage', subject: stage };
  const { properties } = stage;
  const credentials = properties.get('credentials');
  yield* secretFacts(stage, about.noun, [
    ...['aws_secret_key', 'aws_token', 'azure_sas_token'].map((name) => [name, credentials.get(name)] as const),
    ...['aws_cse', 'azure_cse'].map(
      (kind) => ['master_key', properties.get('encryption', kind, 'master_key')] as const,
    ),
  ]);
  const roles = [properties.get('storage_integration'), credentials.get('aws_role')];
  yield {
    kind: 'machine-role',
    given: settledTruth(any(...roles.map((role) => is(role.present(), (yes) => yes, 'role'))), properties.at),
    ...about,
  };
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
    kind: 'data-in-transit', plaintext: otherwise(plainAddress(address), false, 'no address is written'), ...about,
  };
  if (saml) yield { kind: 'user-store', central: switchOf(properties.get('enabled')), ...about };
  else
    yield {
      kind: 'oauth-client', flowsCurrent: settledTruth(
        any(
          is(asksForProof(properties.get('oauth_enforce_pkce')), (on) => on, 'PKCE'),
          is(otherwise(properties.get('oauth_client_type').text(), 'PUBLIC', 'not said'), (type) => type === 'CONFIDENTIAL', 'kind of client'),
        ),
        properties.at,
      ), ...about,
    };
} // prettier-ignore

/** A switch that the provider writes as text; where it writes `default`, Snowflake's own choice is not documented. */
const switchOf = (property: Property): Settled<boolean> =>
  meaning(
    orElse(property.text(), () => unknown<string>('Snowflake chooses', property.at)),
    switched,
  );

/** @see https://docs.snowflake.com/en/sql-reference/sql/create-security-integration-oauth-snowflake (the default) */
const asksForProof = (property: Property): Settled<boolean> =>
  meaning(otherwise(property.text(), 'default', 'not asked for unless told so'), { ...switched, default: false });
