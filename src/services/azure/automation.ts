import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { known, map, unknown } from '../../model/value';
import { environmentSecrets } from '../aws/environment-secrets';
import { secretFacts } from '../aws/secret-facts';
import { userDataFacts } from '../aws/user-data';
import type { Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { endpointFact, placementFact, publicNetwork } from './platform-network';
import { at, identityFact, localAuthFact, storedFact, switched, type About } from './platform-service';

const variables = ['bool', 'datetime', 'int', 'object', 'string'].map((kind) => `azurerm_automation_variable_${kind}`);

/**
 * Automation: accounts, their variables, and programs that run for administrators.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/automation_account
 * @see https://learn.microsoft.com/azure/automation/shared-resources/variables
 */
export const automation: Service = {
  name: 'automation',
  types: {
    terraform: [
      ...variables,
      'azurerm_automation_account',
      'azurerm_automation_certificate',
      'azurerm_automation_connection',
      'azurerm_automation_connection_certificate',
      'azurerm_automation_connection_classic_certificate',
      'azurerm_automation_connection_service_principal',
      'azurerm_automation_credential',
      'azurerm_automation_runbook',
      'azurerm_automation_source_control',
      'azurerm_automation_webhook',
    ],
  },
  *facts(resource, graph) {
    if (resource.type === 'azurerm_automation_account')
      yield* accountFacts({ noun: 'Automation account', subject: resource }, graph);
    if (variables.includes(resource.type)) yield* variableFacts({ noun: 'Automation variable', subject: resource });
    if (resource.type === 'azurerm_automation_runbook')
      yield* userDataFacts({ noun: 'runbook', subject: resource }, [at(resource, 'content')], 'runbook');
    yield* partSecrets(resource);
  },
};

function* accountFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  yield storedFact(about, { keys: [at(subject, 'encryption.key_vault_key_id')] });
  yield endpointFact(about, 'front', publicNetwork(subject, ['public_network_access_enabled']));
  yield placementFact(about, graph);
  const local = switched(subject, ['local_authentication_enabled'], true, 'keys are accepted unless told otherwise');
  yield localAuthFact(
    about,
    map(local, (on) => !on),
  );
  yield identityFact(about);
  yield diagnosticLogFact(about, graph);
}

/** Variables are stored as they are written unless encryption is asked for; encrypted ones are never shown again. */
function* variableFacts(about: About): Iterable<Fact> {
  const { subject, noun } = about;
  const encrypted = switched(subject, ['encrypted'], false, 'shown as written unless told otherwise');
  yield {
    kind: 'storage-at-rest',
    encryption: map(encrypted, (on) => (on ? 'provider-key' : 'provider-disk')),
    requested: at(subject, 'encrypted').present(),
    ...about,
  };
  const value = at(subject, 'value');
  // Whatever is meant to be encrypted is a secret; of anything else its text tells.
  if (encrypted.state === 'unknown')
    yield { kind: 'secret-in-clear', secret: 'variable', inClear: unknown(encrypted.why, encrypted.at), ...about };
  else if (encrypted.value) yield* secretFacts(subject, noun, [['encrypted variable', value]]);
  else yield* userDataFacts(about, [value], 'variable');
}

function* partSecrets(part: Resource): Iterable<Fact> {
  const noun = 'part of an Automation account';
  if (part.type === 'azurerm_automation_credential') {
    yield* secretFacts(part, noun, [['password', at(part, 'password')]]);
    yield {
      noun,
      subject: part,
      kind: 'credential',
      longLived: known(true, part.properties.at, 'a password that nobody changes by itself'),
    };
  }
  if (part.type === 'azurerm_automation_connection')
    yield* secretFacts(part, noun, environmentSecrets(at(part, 'values')));
  if (part.type === 'azurerm_automation_source_control')
    yield* secretFacts(part, noun, [
      ['token of the repository', at(part, 'security.token')],
      ['refresh token of the repository', at(part, 'security.refresh_token')],
    ]);
}
