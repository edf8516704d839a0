import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';

/** Where each kind of agent says whether what is said to it is recorded. */
const agents: Readonly<Record<string, readonly string[]>> = {
  google_dialogflow_agent: ['enable_logging'],
  google_dialogflow_cx_agent: [
    'enable_stackdriver_logging',
    'advanced_settings.logging_settings.enable_stackdriver_logging',
    'advanced_settings.logging_settings.enable_interaction_logging',
  ],
};

/** Secrets that are written in the open, by type. */
const secrets: Readonly<Record<string, readonly string[]>> = {
  google_dialogflow_cx_tool: [
    'open_api_spec.authentication.api_key_config.api_key',
    'open_api_spec.authentication.bearer_token_config.token',
    'open_api_spec.authentication.oauth_config.client_secret',
  ],
  google_dialogflow_cx_webhook: [
    'generic_web_service.oauth_config.client_secret',
    'service_directory.generic_web_service.oauth_config.client_secret',
  ],
  google_dialogflow_fulfillment: ['generic_web_service.password'],
};

/**
 * Agents that people talk to.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dialogflow_agent (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dialogflow_cx_agent
 */
export const conversation: Service = {
  name: 'dialogflow',
  types: {
    terraform: [
      ...Object.keys(agents),
      ...Object.keys(secrets),
      // What an agent says and understands.
      'google_contact_center_insights_analysis_rule',
      'google_contact_center_insights_view',
      'google_dialogflow_conversation_profile',
      'google_dialogflow_cx_entity_type',
      'google_dialogflow_cx_environment',
      'google_dialogflow_cx_flow',
      'google_dialogflow_cx_generative_settings',
      'google_dialogflow_cx_generator',
      'google_dialogflow_cx_intent',
      'google_dialogflow_cx_page',
      'google_dialogflow_cx_playbook',
      'google_dialogflow_cx_security_settings',
      'google_dialogflow_cx_test_case',
      'google_dialogflow_cx_version',
      'google_dialogflow_entity_type',
      'google_dialogflow_intent',
      'google_dialogflow_version',
    ],
  },
  *facts(resource): Iterable<Fact> {
    const switches = agents[resource.type];
    if (switches) yield recordFact(resource, switches);
    const at = (path: string) => resource.properties.get(...path.split('.'));
    yield* secretFacts(
      resource,
      'Dialogflow resource',
      (secrets[resource.type] ?? []).map((path) => ['secret', at(path)] as const),
    );
  },
};

const recordFact = (agent: Resource, switches: readonly string[]): Fact => ({
  subject: agent,
  noun: 'Dialogflow agent',
  kind: 'audit-log',
  scope: 'execution',
  kept: settledTruth(
    any(
      ...switches.map((path) =>
        is(otherwise(agent.properties.get(...path.split('.')).flag(), false, 'off by default'), (on) => on, 'records'),
      ),
    ),
    agent.properties.at,
  ),
});
