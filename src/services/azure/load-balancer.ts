import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth } from '../../model/truth';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { at } from './platform-service';

/**
 * Load balancers: they pass on packets as they come, so that what they carry is for those behind them to say.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/lb
 */
export const loadBalancer: Service = {
  name: 'azure-load-balancer',
  types: {
    terraform: [
      'azurerm_lb',
      // Which packets go where; what may come in is said by network security groups.
      'azurerm_lb_backend_address_pool',
      'azurerm_lb_backend_address_pool_address',
      'azurerm_lb_nat_pool',
      'azurerm_lb_nat_rule',
      'azurerm_lb_outbound_rule',
      'azurerm_lb_probe',
      'azurerm_lb_rule',
    ],
  },
  *facts(resource) {
    if (resource.type === 'azurerm_lb') yield frontFact(resource);
  },
};

function frontFact(balancer: Resource): Fact {
  const { at: place } = balancer.properties;
  const addresses = itemsOf(at(balancer, 'frontend_ip_configuration')).flatMap((configuration) =>
    ['public_ip_address_id', 'public_ip_prefix_id'].map((key) =>
      is(configuration.get(key).present(), (set) => set, 'public address'),
    ),
  );
  return {
    noun: 'load balancer',
    subject: balancer,
    kind: 'public-endpoint',
    role: 'front',
    public: settledTruth(any(truth(false, place, 'no public address'), ...addresses), place),
  };
}
