import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth } from '../../model/truth';
import { known, map, orElse, otherwise, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { endpointFact, placementFact, publicNetwork } from './platform-network';
import { at, identityFact, localAuthFact, storedFact, switched, type About } from './platform-service';

/**
 * Container registries: images, and who may pull and push them.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry
 */
export const containerRegistry: Service = {
  name: 'container-registry',
  types: {
    terraform: [
      'azurerm_container_connected_registry',
      'azurerm_container_registry',
      // Machines that build, copies of public images and names of sets of permissions: a token says who has them.
      'azurerm_container_registry_agent_pool',
      'azurerm_container_registry_cache_rule',
      'azurerm_container_registry_credential_set',
      'azurerm_container_registry_scope_map',
      'azurerm_container_registry_task',
      'azurerm_container_registry_task_schedule_run_now',
      'azurerm_container_registry_token',
      'azurerm_container_registry_token_password',
      'azurerm_container_registry_webhook',
    ],
  },
  *facts(resource, graph) {
    if (resource.type === 'azurerm_container_registry') yield* registryFacts(resource, graph);
    if (resource.type === 'azurerm_container_registry_token_password') yield* passwordFacts(resource);
    if (resource.type === 'azurerm_container_registry_webhook') yield webhookFact(resource);
    if (resource.type === 'azurerm_container_registry_task') yield* taskFacts(resource);
  },
};

function* registryFacts(registry: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'container registry', subject: registry };
  yield storedFact(about, { keys: [at(registry, 'encryption.key_vault_key_id')] });
  const open = publicNetwork(registry, ['public_network_access_enabled']);
  yield endpointFact(about, 'front', open, { defaultAction: [at(registry, 'network_rule_set.default_action')] });
  yield placementFact(about, graph);
  const administrator = switched(registry, ['admin_enabled'], false, 'the administrator is off unless told otherwise');
  const refused = map(administrator, (on) => !on);
  // One name and one password for everybody, beside the identities of Entra: as good as no sign-in by identity at all.
  yield { ...localAuthFact(about, refused), cloudIdentity: refused };
  const anonymous = switched(
    registry,
    ['anonymous_pull_enabled'],
    false,
    'strangers pull nothing unless told otherwise',
  );
  yield { kind: 'public-switch', public: anonymous, ...about };
  yield identityFact(about);
  yield* imageFacts(about);
  yield diagnosticLogFact(about, graph);
  yield exportFact(about);
}

/**
 * Images wait in quarantine until a scanner lets them go, or must be signed.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-best-practices
 */
function* imageFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const quarantine = at(subject, 'quarantine_policy_enabled').flag();
  // A scanner may look at images that nothing holds back, too: silence says nothing.
  if (quarantine.state !== 'absent') yield { kind: 'image', scanned: quarantine, ...about };
  const trust = ['trust_policy_enabled', 'trust_policy.enabled'];
  yield {
    kind: 'code-signing',
    enforced: switched(subject, trust, false, 'images need no signature unless told otherwise'),
    ...about,
  };
  const retention = orElse(at(subject, 'retention_policy_in_days').present(), () =>
    known(false, subject.properties.at),
  );
  const older = switched(
    subject,
    ['retention_policy.enabled'],
    false,
    'untagged images are kept for good unless told otherwise',
  );
  yield {
    kind: 'lifecycle',
    managed: settledTruth(
      any(
        is(retention, (set) => set, 'retention policy'),
        is(older, (on) => on, 'retention policy'),
      ),
      retention.at,
    ),
    ...about,
  };
  yield { kind: 'remote-copy', kept: copied(subject), ...about };
  const zones = switched(subject, ['zone_redundancy_enabled'], false, 'one zone keeps it unless told otherwise');
  yield { kind: 'redundancy', of: 'data', kept: zones, ...about };
}

const copied = (registry: Resource): Settled<boolean> =>
  settledTruth(
    any(
      ...['georeplications', 'georeplication_locations'].map((path) =>
        is(at(registry, path).present(), (set) => set, 'copy in another region'),
      ),
    ),
    registry.properties.at,
  );

/**
 * Images may be exported to other registries, past whatever keeps callers out of this one.
 *
 * @see https://learn.microsoft.com/azure/container-registry/data-loss-prevention
 */
const exportFact = (about: About): Fact => ({
  kind: 'way-out',
  open: switched(about.subject, ['export_policy_enabled'], true, 'images may be exported unless told otherwise'),
  ...about,
});

function* passwordFacts(password: Resource): Iterable<Fact> {
  const about = { noun: 'password of a registry token', subject: password };
  for (const name of ['password1', 'password2']) {
    const block = at(password, name);
    const written = block.present();
    if (written.state === 'known' && !written.value) continue;
    yield { kind: 'credential', longLived: map(block.get('expiry').present(), (ends) => !ends), ...about };
  }
}

/** What happened to an image is told to an address, and with it whatever headers keep secret. */
function webhookFact(webhook: Resource): Fact {
  const address = otherwise(at(webhook, 'service_uri').text(), '', 'no address is named');
  return {
    noun: 'webhook of a registry',
    subject: webhook,
    kind: 'data-in-transit',
    plaintext: settledTruth(
      any(
        truth(false, address.at, 'address'),
        is(address, (text) => /^http:/i.test(text), 'address'),
      ),
      address.at,
    ),
  };
}

const taskSecrets = [
  ['token of the repository', 'source_trigger.authentication.token'],
  ['refresh token of the repository', 'source_trigger.authentication.refresh_token'],
  ['token of the build context', 'docker_step.context_access_token'],
  ['token of the build context', 'encoded_step.context_access_token'],
  ['token of the build context', 'file_step.context_access_token'],
  ['password of the registry', 'registry_credential.custom.password'],
] as const;

function* taskFacts(task: Resource): Iterable<Fact> {
  yield* secretFacts(
    task,
    'task of a registry',
    taskSecrets.map(([name, path]) => [name, at(task, path)] as const),
  );
  yield identityFact({ noun: 'task of a registry', subject: task });
}
