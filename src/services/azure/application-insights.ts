import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, orElse, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { publicNetwork } from './platform-network';
import { at, localAuthFact, switched, type About } from './platform-service';

const components = ['azurerm_application_insights'];
const apiKeys = ['azurerm_application_insights_api_key'];

/**
 * Application Insights: what applications tell of themselves while they run.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_insights
 */
export const applicationInsights: Service = {
  name: 'application-insights',
  types: {
    terraform: [
      ...components,
      ...apiKeys,
      // What is asked of the records, and calls from outside that see whether an application answers.
      'azurerm_application_insights_analytics_item',
      'azurerm_application_insights_smart_detection_rule',
      'azurerm_application_insights_standard_web_test',
      'azurerm_application_insights_web_test',
      'azurerm_application_insights_workbook',
      'azurerm_application_insights_workbook_template',
    ],
  },
  *facts(resource) {
    if (components.includes(resource.type)) yield* componentFacts(resource);
    if (apiKeys.includes(resource.type))
      yield {
        noun: 'API key of Application Insights',
        subject: resource,
        kind: 'credential',
        longLived: known(true, resource.properties.at, 'a key that has no end'),
      };
  },
};

/** Records are kept for 90 days, or for as long as the workspace that they go to says. */
function* componentFacts(component: Resource): Iterable<Fact> {
  const about: About = { noun: 'Application Insights component', subject: component };
  const workspace = at(component, 'workspace_id').present();
  if (workspace.state === 'known' && !workspace.value)
    yield {
      kind: 'retention', days: otherwise(at(component, 'retention_in_days').number(), 90, '90 days unless told otherwise'), ...about,
    };
  yield localAuthFact(about, keysRefused(component));
  yield { kind: 'masking', on: addressesMasked(component), ...about };
  const doors = ['internet_ingestion_enabled', 'internet_query_enabled'].map((door) =>
    is(publicNetwork(component, [door]), (open) => open, door.replaceAll('_', ' ')),
  );
  yield { kind: 'public-endpoint', role: 'front', public: settledTruth(any(...doors), component.properties.at), ...about };
} // prettier-ignore

/** Version 5 of the provider turned both switches round. */
const keysRefused = (component: Resource): Settled<boolean> =>
  orElse(
    map(at(component, 'local_authentication_enabled').flag(), (accepted) => !accepted),
    () => switched(component, ['local_authentication_disabled'], false, 'keys are accepted unless told otherwise'),
  );

const addressesMasked = (component: Resource): Settled<boolean> =>
  orElse(at(component, 'ip_masking_enabled').flag(), () =>
    map(
      switched(component, ['disable_ip_masking'], false, 'addresses of callers are masked unless told otherwise'),
      (off) => !off,
    ),
  );
