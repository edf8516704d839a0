import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { is, not, settledTruth, truth } from '../../model/truth';
import { map } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { endpointFact, placementFact } from './platform-network';
import { at, companionSays, identityFact, switched, type About } from './platform-service';
import { settingSecrets } from './setting-secrets';

const portals = [
  'azurerm_spring_cloud_api_portal',
  'azurerm_spring_cloud_dev_tool_portal',
  'azurerm_spring_cloud_gateway',
];
const deployments = [
  'azurerm_spring_cloud_build_deployment',
  'azurerm_spring_cloud_container_deployment',
  'azurerm_spring_cloud_java_deployment',
];

/**
 * Spring Apps (Spring Cloud).
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/spring_cloud_service
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/spring_cloud_app
 */
export const springCloud: Service = {
  name: 'spring-cloud',
  types: {
    terraform: [
      ...deployments,
      ...portals,
      // What apps are built from and bound to, and names that lead to them.
      'azurerm_spring_cloud_accelerator',
      'azurerm_spring_cloud_active_deployment',
      'azurerm_spring_cloud_api_portal_custom_domain',
      'azurerm_spring_cloud_app',
      'azurerm_spring_cloud_app_cosmosdb_association',
      'azurerm_spring_cloud_app_mysql_association',
      'azurerm_spring_cloud_app_redis_association',
      'azurerm_spring_cloud_application_live_view',
      'azurerm_spring_cloud_build_pack_binding',
      'azurerm_spring_cloud_builder',
      'azurerm_spring_cloud_certificate',
      'azurerm_spring_cloud_configuration_service',
      'azurerm_spring_cloud_connection',
      'azurerm_spring_cloud_custom_domain',
      'azurerm_spring_cloud_customized_accelerator',
      'azurerm_spring_cloud_gateway_custom_domain',
      'azurerm_spring_cloud_gateway_route_config',
      'azurerm_spring_cloud_service',
      'azurerm_spring_cloud_storage',
    ],
  },
  *facts(resource, graph) {
    if (resource.type === 'azurerm_spring_cloud_service')
      yield* serviceFacts({ noun: 'Spring Apps service', subject: resource }, graph);
    if (resource.type === 'azurerm_spring_cloud_app')
      yield* appFacts({ noun: 'app of Spring Apps', subject: resource });
    if (portals.includes(resource.type)) yield* portalFacts({ noun: 'portal of Spring Apps', subject: resource });
    yield* partSecrets(resource);
  },
};

function* serviceFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  yield placementFact(about, graph, [at(subject, 'network')]);
  const apps = graph.companions(subject, ['azurerm_spring_cloud_app'], 'service_name');
  const plain = companionSays(
    apps,
    (app) =>
      not(is(switched(app, ['tls_enabled'], false, 'plain text unless told otherwise'), (on) => on, 'TLS to the app')),
    truth(false, subject.properties.at, 'apps'),
  );
  if (apps.certain.length > 0)
    yield {
      kind: 'backend-transit',
      plaintext: settledTruth(plain, subject.properties.at),
      related: apps.certain,
      ...about,
    };
  const log = switched(
    subject,
    ['log_stream_public_endpoint_enabled'],
    false,
    'logs are streamed inside only unless told otherwise',
  );
  yield { kind: 'front-guard', guard: 'discretion', kept: map(log, (on) => !on), ...about };
  yield diagnosticLogFact(about, graph);
}

/** Apps are called from outside where a switch says so; plain HTTP is answered there unless another says not. */
function* appFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const open = switched(subject, ['is_public'], false, 'called inside its service only unless told otherwise');
  yield endpointFact(about, 'front', open);
  const https = switched(subject, ['https_only'], false, 'plain HTTP is answered unless told otherwise');
  yield { kind: 'data-in-transit', plaintext: map(https, (only) => !only), ...about };
  const tls = switched(subject, ['tls_enabled'], false, 'the last stretch is plain text unless told otherwise');
  yield { kind: 'backend-transit', plaintext: map(tls, (on) => !on), ...about };
  yield identityFact(about);
}

function* portalFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const open = switched(subject, ['public_network_access_enabled'], false, 'reached inside only unless told otherwise');
  yield endpointFact(about, 'front', open);
  if (subject.type === 'azurerm_spring_cloud_dev_tool_portal') return;
  const https = switched(
    subject,
    ['https_only_enabled', 'https_only'],
    false,
    'plain HTTP is answered unless told otherwise',
  );
  yield { kind: 'data-in-transit', plaintext: map(https, (only) => !only), ...about };
  yield { kind: 'front-guard', guard: 'sign-in', kept: at(subject, 'sso').present(), ...about };
}

const secrets = [
  ['client secret', 'sso.client_secret'],
  ['password of the repository', 'config_server_git_setting.http_basic_auth.password'],
  ['key of the repository', 'config_server_git_setting.ssh_auth.private_key'],
  ['password of the registry', 'container_registry.password'],
  ['password of the database', 'password'],
  ['key of the database', 'cosmosdb_access_key'],
  ['key of the cache', 'redis_access_key'],
  ['key of the storage account', 'storage_account_key'],
] as const;

function* partSecrets(part: Resource): Iterable<Fact> {
  const noun = 'part of Spring Apps';
  yield* secretFacts(
    part,
    noun,
    secrets.map(([name, path]) => [name, at(part, path)] as const),
  );
  if (deployments.includes(part.type))
    yield* secretFacts(part, noun, settingSecrets(at(part, 'environment_variables')));
}
