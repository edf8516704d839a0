import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { endpointFact, publicNetwork } from './platform-network';
import { at, identityFact } from './platform-service';
import { settingSecrets } from './setting-secrets';

/**
 * Static web apps, by both their names: pages, and functions behind them.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/static_web_app
 */
export const staticWebApp: Service = {
  name: 'static-web-app',
  types: { terraform: ['azurerm_static_site', 'azurerm_static_web_app'] },
  facts: (app) => appFacts(app),
};

function* appFacts(app: Resource): Iterable<Fact> {
  const about = { noun: 'static web app', subject: app };
  yield identityFact(about);
  yield endpointFact(about, 'front', publicNetwork(app, ['public_network_access_enabled']));
  yield { kind: 'front-guard', guard: 'sign-in', kept: at(app, 'basic_auth').present(), ...about };
  yield* secretFacts(app, about.noun, [
    ...settingSecrets(at(app, 'app_settings')),
    ['password of visitors', at(app, 'basic_auth.password')],
    ['token of the repository', at(app, 'repository_token')],
  ]);
}
