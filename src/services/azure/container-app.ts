import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some } from '../../model/truth';
import { map, otherwise, unknown } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { diagnosticLogs } from './diagnostics';
import { endpointFact, placementFact, publicNetwork } from './platform-network';
import { at, identityFact, switched, type About } from './platform-service';
import { variableSecrets } from './setting-secrets';

const environments = ['azurerm_container_app_environment'];

/**
 * Container Apps and the environments that they share.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_app
 * @see https://learn.microsoft.com/azure/container-apps/ingress-how-to
 */
export const containerApp: Service = {
  name: 'container-app',
  types: {
    terraform: [
      'azurerm_container_app',
      'azurerm_container_app_custom_domain',
      'azurerm_container_app_environment',
      'azurerm_container_app_environment_certificate',
      'azurerm_container_app_environment_custom_domain',
      'azurerm_container_app_environment_dapr_component',
      // Certificates that Azure makes and renews itself.
      'azurerm_container_app_environment_managed_certificate',
      'azurerm_container_app_environment_storage',
      'azurerm_container_app_job',
    ],
  },
  *facts(resource, graph) {
    if (resource.type === 'azurerm_container_app') yield* appFacts(resource, graph);
    else if (resource.type === 'azurerm_container_app_job')
      yield* programFacts({ noun: 'container job', subject: resource });
    else if (environments.includes(resource.type)) yield* environmentFacts(resource, graph);
    else yield* companionSecrets(resource);
  },
};

function* appFacts(app: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'container app', subject: app };
  yield* programFacts(about);
  const ingress = at(app, 'ingress');
  const called = ingress.present();
  if (called.state === 'known' && !called.value) return;
  yield {
    kind: 'data-in-transit',
    plaintext: otherwise(
      ingress.get('allow_insecure_connections').flag(),
      false,
      'plain HTTP is redirected unless told otherwise',
    ),
    ...about,
  };
  yield reachFact(about, ingress, graph);
  yield {
    kind: 'front-guard',
    guard: 'peer-certificate',
    kept: map(
      otherwise(
        ingress.get('client_certificate_mode').text(),
        'ignore',
        'certificates of clients are ignored unless told otherwise',
      ),
      (mode) => mode.toLowerCase() === 'require',
    ),
    ...about,
  };
  const origins = otherwise(ingress.get('cors', 'allowed_origins').texts(), [], 'no page of another site may call');
  yield {
    kind: 'cross-origin',
    everywhere: settledTruth(
      some(origins, (origin) => is(origin, (text) => text === '*', 'origin'), 'origins'),
      origins.at,
    ),
    ...about,
  };
}

/** An app is reached from outside its environment when it says so; from the internet, when the environment is not internal. */
function reachFact(about: About, ingress: Property, graph: ResourceGraph): Fact {
  const external = otherwise(
    ingress.get('external_enabled').flag(),
    false,
    'called inside its environment only, unless told otherwise',
  );
  const link = graph.follow(at(about.subject, 'container_app_environment_id'), environments);
  const internal =
    link.state === 'linked'
      ? switched(
          link.resource,
          ['internal_load_balancer_enabled'],
          false,
          'the environment has a public address unless told otherwise',
        )
      : unknown<boolean>('the environment is not seen here', external.at);
  const rules = ingress.get('ip_security_restriction').present();
  return {
    ...endpointFact(
      about,
      'front',
      settledTruth(
        all(
          is(external, (on) => on, 'external ingress'),
          not(is(internal, (on) => on, 'internal environment')),
        ),
        external.at,
      ),
      { guards: [is(rules, (set) => set, 'restrictions of addresses')] },
    ),
    ...(link.state === 'linked' && { related: [link.resource] }),
  };
}

function* programFacts(about: About): Iterable<Fact> {
  const { subject, noun } = about;
  yield identityFact(about);
  const containers = ['container', 'init_container'].flatMap((block) => itemsOf(at(subject, `template.${block}`)));
  const variables = containers.flatMap((container) => itemsOf(container.get('env')));
  yield* secretFacts(subject, noun, [
    ...variableSecrets(variables.map((variable) => [nameOf(variable), variable.get('value')] as const)),
    ...itemsOf(at(subject, 'secret')).map((secret) => [`secret ${nameOf(secret)}`, secret.get('value')] as const),
  ]);
}

function nameOf(block: Property): string {
  const name = block.get('name').text();
  return name.state === 'known' ? name.value : '';
}

/**
 * The network and the log of everything that runs there.
 *
 * @see https://learn.microsoft.com/azure/container-apps/log-options
 */
function* environmentFacts(environment: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'environment of container apps', subject: environment };
  const open = publicNetwork(environment, ['public_network_access']);
  const internal = switched(
    environment,
    ['internal_load_balancer_enabled'],
    false,
    'its address is public unless told otherwise',
  );
  yield endpointFact(about, 'front', open, { guards: [is(internal, (on) => on, 'internal balancer')] });
  yield placementFact(about, graph, [at(environment, 'infrastructure_subnet_id')]);
  yield {
    kind: 'backend-transit',
    plaintext: map(
      switched(environment, ['mutual_tls_enabled'], false, 'apps call each other in plain text unless told otherwise'),
      (on) => !on,
    ),
    ...about,
  };
  const { kept, settings: related } = diagnosticLogs(environment, graph);
  const destination = ['logs_destination', 'log_analytics_workspace_id'].map((path) =>
    is(at(environment, path).present(), (set) => set, 'destination of logs'),
  );
  yield {
    kind: 'audit-log',
    scope: 'execution',
    kept: settledTruth(any(kept, ...destination), environment.properties.at),
    ...about,
    ...(related.length > 0 && { related }),
  };
  const zones = switched(environment, ['zone_redundancy_enabled'], false, 'one zone keeps it unless told otherwise');
  yield { kind: 'redundancy', of: 'requests', kept: zones, ...about };
}

function* companionSecrets(companion: Resource): Iterable<Fact> {
  const noun = 'part of an environment of container apps';
  yield* secretFacts(companion, noun, [
    ['password of the certificate', at(companion, 'certificate_password')],
    ['key of the storage account', at(companion, 'access_key')],
    ...itemsOf(at(companion, 'secret')).map((secret) => [`secret ${nameOf(secret)}`, secret.get('value')] as const),
  ]);
}
