import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { is, not, settledTruth, some } from '../../model/truth';
import { combine, known, map, otherwise } from '../../model/value';
import { environmentSecrets } from '../aws/environment-secrets';
import { supported } from '../aws/end-of-support';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Context, Service } from '../service';
import { wayOut } from './cloud-run';
import { accountFact } from './machine-account';

export const appEngine: Service = {
  name: 'app-engine',
  types: {
    terraform: [
      'google_app_engine_application',
      'google_app_engine_firewall_rule',
      'google_app_engine_flexible_app_version',
      'google_app_engine_service_network_settings',
      'google_app_engine_standard_app_version',
    ],
  },
  *facts(resource, graph, context) {
    const { properties: written, type } = resource;
    if (type === 'google_app_engine_application')
      yield* secretFacts(resource, 'application', [
        ['secret of the OAuth client', written.get('iap', 'oauth2_client_secret')],
      ]);
    if (type === 'google_app_engine_firewall_rule') yield firewallFact(resource);
    if (type === 'google_app_engine_service_network_settings') yield ingressFact(resource);
    if (!type.endsWith('_app_version')) return;
    const about = { noun: 'application version', subject: resource };
    yield accountFact(resource, about.noun, written.get('service_account'), graph);
    yield* secretFacts(resource, about.noun, environmentSecrets(written.get('env_variables')));
    yield* handlerFacts(about, written.get('handlers'));
    yield wayOut(about, written.get('vpc_access_connector', 'egress_setting'), 'ALL_TRAFFIC');
    if (type === 'google_app_engine_standard_app_version') yield* runtimeFacts(about, written.get('runtime'), context);
  },
};

interface About {
  readonly noun: string;
  readonly subject: Resource;
}

/** Runtimes are those of functions, and end with them. */
function* runtimeFacts(about: About, runtime: Property, context: Context): Iterable<Fact> {
  const named = runtime.text();
  if (named.state === 'absent') return;
  yield { kind: 'runtime', supported: supported('google-functions', named, context.today), ...about };
}

/**
 * Requests in plain text are served unless a handler turns them to TLS.
 *
 * @see https://docs.cloud.google.com/appengine/docs/standard/reference/app-yaml#handlers_secure
 */
function* handlerFacts(about: About, handlers: Property): Iterable<Fact> {
  const levels = itemsOf(handlers).map((handler) =>
    otherwise(
      handler.get('security_level').text(),
      'SECURE_DEFAULT',
      'plain text is served as well unless told otherwise',
    ),
  );
  if (levels.length === 0) return;
  yield {
    kind: 'transit-enforcement',
    enforced: settledTruth(
      not(
        some(
          known(levels, handlers.at),
          (level) => is(level, (text) => text !== 'SECURE_ALWAYS', 'security level'),
          'handlers',
        ),
      ),
      handlers.at,
    ),
    ...about,
  };
}

/** @see https://docs.cloud.google.com/appengine/docs/standard/creating-firewalls */
function firewallFact(rule: Resource): Fact {
  const { properties: written } = rule;
  const action = otherwise(written.get('action').text(), '', 'no action is written');
  const range = otherwise(written.get('source_range').text(), '*', 'no range is written');
  return {
    kind: 'public-endpoint',
    noun: 'firewall rule of an application',
    subject: rule,
    role: 'front',
    public: combine({ action, range }, (parts) => {
      if (parts.action !== undefined && parts.action !== 'ALLOW') return false;
      const everywhere = parts.range === undefined ? undefined : ['*', '0.0.0.0/0', '::/0'].includes(parts.range);
      return everywhere === false ? false : parts.action === undefined ? undefined : everywhere;
    }),
  };
}

const ingressFact = (settings: Resource): Fact => ({
  kind: 'public-endpoint',
  noun: 'application',
  subject: settings,
  role: 'front',
  public: map(
    otherwise(
      settings.properties.get('network_settings', 'ingress_traffic_allowed').text(),
      'INGRESS_TRAFFIC_ALLOWED_ALL',
      'callers from everywhere unless told otherwise',
    ),
    (text) => text === 'INGRESS_TRAFFIC_ALLOWED_ALL' || text === 'INGRESS_TRAFFIC_ALLOWED_UNSPECIFIED',
  ),
});
