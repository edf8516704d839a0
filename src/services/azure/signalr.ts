import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { crossOriginFacts, platformFacts, type PlatformShape } from './platform-facts';
import { endpointFact, publicNetwork } from './platform-network';
import { at, companionSays, switched, type About } from './platform-service';

const signalrShape = (noun: string): PlatformShape => ({
  noun,
  door: ['public_network_access_enabled'],
  localAuth: ['local_auth_enabled'],
  network: [],
  hasIdentity: true,
});

export const signalr: Service = {
  name: 'signalr',
  types: {
    terraform: [
      'azurerm_signalr_service',
      'azurerm_signalr_service_custom_certificate',
      'azurerm_signalr_service_custom_domain',
      'azurerm_signalr_service_network_acl',
      'azurerm_signalr_shared_private_link_resource',
      'azurerm_web_pubsub',
      'azurerm_web_pubsub_custom_certificate',
      'azurerm_web_pubsub_custom_domain',
      'azurerm_web_pubsub_hub',
      'azurerm_web_pubsub_network_acl',
      'azurerm_web_pubsub_shared_private_link_resource',
      'azurerm_web_pubsub_socketio',
    ],
  },
  facts(resource, graph) {
    if (resource.type === 'azurerm_signalr_service') return pushFacts(resource, 'SignalR service', graph);
    return resource.type === 'azurerm_web_pubsub' || resource.type === 'azurerm_web_pubsub_socketio'
      ? pushFacts(resource, 'Web PubSub service', graph)
      : [];
  },
};

/** @see https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control */
function* pushFacts(subject: Resource, noun: string, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject };
  const { door, localAuth = [], ...rest } = signalrShape(noun);
  yield* platformFacts(rest, subject, graph);
  yield networkFact(about, graph, door ?? []);
  const keys = switched(subject, localAuth, true, 'keys are accepted unless told otherwise');
  yield {
    kind: 'local-auth',
    cloudIdentity: switched(subject, ['aad_auth_enabled'], true, 'identities are let in unless told otherwise'),
    refused: map(keys, (on) => !on),
    ...about,
  };
  const certificates = switched(subject, ['tls_client_cert_enabled'], false, 'off unless told otherwise');
  yield { kind: 'front-guard', guard: 'peer-certificate', kept: certificates, ...about };
  const logs = ['connectivity_logs_enabled', 'messaging_logs_enabled', 'live_trace.connectivity_logs_enabled'];
  yield { kind: 'audit-log', scope: 'execution', kept: anyOn(subject, logs), ...about };
  yield* crossOriginFacts(about, at(subject, 'cors'), 'allowed_origins');
}

const anyOn = (subject: Resource, paths: readonly string[]): Settled<boolean> =>
  settledTruth(
    any(...paths.map((path) => is(switched(subject, [path], false, 'off unless told otherwise'), (on) => on, 'log'))),
    at(subject, paths[0] ?? '').at,
  );

/** Rules beside the service may refuse everybody by default. */
function networkFact(about: About, graph: ResourceGraph, door: readonly string[]): Fact {
  const { subject } = about;
  const key = subject.type === 'azurerm_signalr_service' ? 'signalr_service_id' : 'web_pubsub_id';
  const rules = graph.companions(
    subject,
    ['azurerm_signalr_service_network_acl', 'azurerm_web_pubsub_network_acl'],
    key,
  );
  const none = truth(false, subject.properties.at, 'no rule');
  return endpointFact(about, 'front', publicNetwork(subject, door), {
    guards: [
      companionSays(
        rules,
        (one) =>
          all(
            is(otherwise(at(one, 'default_action').text(), 'Deny', 'refused'), (word) => /^deny$/i.test(word), 'default action'),
            not(is(at(one, 'public_network.allowed_request_types').present(), (set) => set, 'requests of the public network')),
          ), // prettier-ignore
        none,
      ),
    ],
  });
}
