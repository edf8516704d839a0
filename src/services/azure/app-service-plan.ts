import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { at, switched } from './platform-service';

const plans = ['azurerm_app_service_plan', 'azurerm_service_plan'];

/**
 * The machines that apps share, by both their names, and the certificates and repositories of apps.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/service_plan
 * @see https://learn.microsoft.com/azure/reliability/reliability-app-service
 */
export const appServicePlan: Service = {
  name: 'app-service-plan',
  types: { terraform: [...plans, 'azurerm_app_service_certificate', 'azurerm_app_service_source_control_token'] },
  *facts(resource) {
    if (plans.includes(resource.type)) yield planFact(resource);
    if (resource.type === 'azurerm_app_service_certificate')
      yield* secretFacts(resource, 'certificate of an app', [
        ['password of the certificate', at(resource, 'password')],
      ]);
    if (resource.type === 'azurerm_app_service_source_control_token')
      yield* secretFacts(resource, 'token of a repository', [
        ['token', at(resource, 'token')],
        ['secret of the token', at(resource, 'token_secret')],
      ]);
  },
};

/** Machines of every zone answer when they are spread over the zones, and there are two at least. */
function planFact(plan: Resource): Fact {
  const zones = switched(
    plan,
    ['zone_balancing_enabled', 'zone_redundant'],
    false,
    'in one zone unless told otherwise',
  );
  const workers = otherwise(at(plan, 'worker_count').number(), 3, 'a machine for each zone where the zones are used');
  return {
    noun: 'App Service plan',
    subject: plan,
    kind: 'redundancy',
    of: 'requests',
    kept: settledTruth(
      all(
        is(zones, (on) => on, 'zones'),
        is(workers, (count) => count > 1, 'machines'),
      ),
      zones.at,
    ),
  };
}
