import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { is, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { environmentSecrets } from '../aws/environment-secrets';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { at, identityFact, type About } from './platform-service';

const workflows = ['azurerm_logic_app_workflow'];
const triggers = ['azurerm_logic_app_trigger_http_request'];

/**
 * Logic apps of the consumption plan: workflows, what starts them and what they do.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/logic_app_workflow
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app
 */
export const logicApp: Service = {
  name: 'logic-app',
  types: {
    terraform: [
      // What a workflow does is said in a language of its own, which is not read.
      'azurerm_logic_app_action_custom',
      'azurerm_logic_app_action_http',
      'azurerm_logic_app_trigger_custom',
      'azurerm_logic_app_trigger_http_request',
      'azurerm_logic_app_trigger_recurrence',
      'azurerm_logic_app_workflow',
    ],
  },
  *facts(resource, graph) {
    if (workflows.includes(resource.type)) yield* workflowFacts({ noun: 'logic app', subject: resource }, graph);
    if (resource.type === 'azurerm_logic_app_action_http')
      yield* actionFacts({ noun: 'request of a logic app', subject: resource });
  },
};

function* workflowFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  yield identityFact(about);
  yield diagnosticLogFact(about, graph, ['workflowruntime']);
  yield* secretFacts(subject, about.noun, environmentSecrets(at(subject, 'parameters')));
  // A workflow that no request starts has no address.
  const { certain } = graph.companions(subject, triggers, 'logic_app_id');
  if (certain.length === 0) return;
  const callers = named(at(subject, 'access_control.trigger'));
  yield {
    kind: 'public-endpoint',
    role: 'front',
    public: map(settledTruth(callers, subject.properties.at), (set) => !set),
    related: certain,
    ...about,
  };
  const policies = is(
    at(subject, 'access_control.trigger.open_authentication_policy').present(),
    (set) => set,
    'sign-in',
  );
  yield {
    kind: 'front-guard',
    guard: 'sign-in',
    kept: settledTruth(policies, subject.properties.at),
    related: certain,
    ...about,
  };
}

const named = (block: Property) =>
  is(block.get('allowed_caller_ip_address_range').present(), (set) => set, 'addresses of callers');

function* actionFacts(about: About): Iterable<Fact> {
  const { subject, noun } = about;
  const address = otherwise(at(subject, 'uri').text(), '', 'no address is named');
  yield { kind: 'data-in-transit', plaintext: map(address, (uri) => /^http:/i.test(uri)), ...about };
  yield* secretFacts(subject, noun, environmentSecrets(at(subject, 'headers')));
}
