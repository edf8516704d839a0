import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';
import { endpointFact, publicNetwork } from './platform-network';
import { at } from './platform-service';

/** @see https://learn.microsoft.com/azure/event-grid/network-security */
const eventGridTopic: PlatformShape = {
  noun: 'Event Grid topic',
  door: ['public_network_access_enabled', 'public_network_access'],
  localAuth: ['local_auth_enabled'],
  network: [],
  hasIdentity: true,
};

export const eventGrid: Service = {
  name: 'event-grid',
  types: {
    terraform: [
      'azurerm_eventgrid_domain',
      'azurerm_eventgrid_domain_topic',
      'azurerm_eventgrid_event_subscription',
      'azurerm_eventgrid_namespace',
      'azurerm_eventgrid_namespace_topic',
      'azurerm_eventgrid_partner_configuration',
      'azurerm_eventgrid_partner_namespace',
      'azurerm_eventgrid_partner_registration',
      'azurerm_eventgrid_system_topic',
      'azurerm_eventgrid_system_topic_event_subscription',
      'azurerm_eventgrid_topic',
    ],
  },
  facts(resource, graph) {
    const nouns: Readonly<Record<string, string>> = {
      azurerm_eventgrid_domain: 'Event Grid domain',
      azurerm_eventgrid_namespace: 'Event Grid namespace',
      azurerm_eventgrid_partner_namespace: 'Event Grid partner namespace',
      azurerm_eventgrid_topic: 'Event Grid topic',
    };
    const noun = Object.hasOwn(nouns, resource.type) ? nouns[resource.type] : undefined;
    return noun === undefined ? [] : topicFacts(resource, noun, graph);
  },
};

/** Rules for addresses keep everybody else out. */
function* topicFacts(subject: Resource, noun: string, graph: ResourceGraph): Iterable<Fact> {
  const { door = [], localAuth: _, ...rest } = eventGridTopic;
  const hasKeys = subject.type !== 'azurerm_eventgrid_namespace';
  yield* platformFacts({ ...rest, noun, ...(hasKeys && { localAuth: ['local_auth_enabled'] }) }, subject, graph); // prettier-ignore
  const rules = itemsOf(at(subject, 'inbound_ip_rule'));
  yield endpointFact({ noun, subject }, 'front', publicNetwork(subject, door), {
    addresses: rules.map((rule) => rule.get('ip_mask')),
  });
}
