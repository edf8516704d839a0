import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { is, settledTruth, some } from '../../model/truth';
import { known } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { switched } from './platform-service';

const interfaces = ['azurerm_network_interface'];

/**
 * Network interfaces: what gives a machine a public address, and what lets it hand on what is not for it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface
 */
export const networkInterface: Service = {
  name: 'network-interface',
  types: {
    terraform: [
      ...interfaces,
      // An address by itself leads nowhere: what has it says whether it is meant to be public.
      'azurerm_public_ip',
    ],
  },
  *facts(resource) {
    if (interfaces.includes(resource.type)) yield* interfaceFacts(resource);
  },
};

function* interfaceFacts(card: Resource): Iterable<Fact> {
  const about = { noun: 'network interface', subject: card };
  yield addressFact(about);
  yield {
    kind: 'network-path',
    path: 'machine',
    open: switched(card, ['ip_forwarding_enabled', 'enable_ip_forwarding'], false, 'nothing is forwarded'),
    ...about,
  };
}

function addressFact(about: { readonly noun: string; readonly subject: Resource }): Fact {
  const { properties } = about.subject;
  return {
    kind: 'public-endpoint',
    role: 'compute',
    public: settledTruth(
      some(
        known(itemsOf(properties.get('ip_configuration')), properties.get('ip_configuration').at),
        (configuration) => is(configuration.get('public_ip_address_id').present(), (set) => set, 'public address'),
        'no public address',
      ),
      properties.at,
    ),
    ...about,
  };
}
