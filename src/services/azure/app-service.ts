import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, some } from '../../model/truth';
import { map, orElse, otherwise, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { appRuntimeFacts } from './app-service-runtime';
import { appSecretFacts } from './app-service-secrets';
import { signInFacts } from './app-service-sign-in';
import { diagnosticLogs } from './diagnostics';
import { endpointFact, placementFact, publicNetwork } from './platform-network';
import { at, identityFact, switched, tlsFact, type About } from './platform-service';

/** What an app is to people, by its type. The older names are those of provider version 4 and before. */
const nouns: Readonly<Record<string, string>> = {
  azurerm_app_service: 'web app',
  azurerm_app_service_slot: 'slot of a web app',
  azurerm_function_app: 'function app',
  azurerm_function_app_flex_consumption: 'function app',
  azurerm_function_app_slot: 'slot of a function app',
  azurerm_linux_function_app: 'function app',
  azurerm_linux_function_app_slot: 'slot of a function app',
  azurerm_linux_web_app: 'web app',
  azurerm_linux_web_app_slot: 'slot of a web app',
  azurerm_logic_app_standard: 'logic app',
  azurerm_windows_function_app: 'function app',
  azurerm_windows_function_app_slot: 'slot of a function app',
  azurerm_windows_web_app: 'web app',
  azurerm_windows_web_app_slot: 'slot of a web app',
};

/** Older types, for which the provider leaves Azure's own initial settings as they are. */
const older = [
  'azurerm_app_service',
  'azurerm_app_service_slot',
  'azurerm_function_app',
  'azurerm_function_app_slot',
  'azurerm_logic_app_standard',
];

/**
 * App Service and Functions: programs that others call, on machines that Azure keeps.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_function_app
 */
export const appService: Service = {
  name: 'app-service',
  types: { terraform: Object.keys(nouns) },
  facts: (app, graph, context) => appFacts({ noun: nouns[app.type] ?? 'app', subject: app }, graph, context),
};

function* appFacts(about: About, graph: ResourceGraph, context: Context): Iterable<Fact> {
  yield* transitFacts(about);
  yield reachFact(about);
  yield* signInFacts(about);
  yield identityFact(about);
  yield placementFact(about, graph, [at(about.subject, 'virtual_network_subnet_id')]);
  yield { kind: 'cross-origin', everywhere: everyOrigin(about.subject), ...about };
  yield debuggingFact(about);
  yield* recordFacts(about, graph);
  yield* appRuntimeFacts(about, context);
  yield* appSecretFacts(about);
}

/** Requests, the site that deploys, and FTP, each with a setting of its own. */
function* transitFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const https = switched(subject, ['https_only'], false, 'plain HTTP is answered unless told otherwise');
  const spelled = older.includes(subject.type) ? 'min_tls_version' : 'minimum_tls_version';
  yield { ...tlsFact(about, at(subject, `site_config.${spelled}`), '1.2'), plaintext: map(https, (only) => !only) };
  yield tlsFact(about, at(subject, `site_config.scm_${spelled}`), '1.2');
  yield {
    kind: 'transit-enforcement',
    enforced: map(fileTransfer(subject), (state) => state !== 'AllAllowed'),
    ...about,
  };
}

/**
 * Azure accepts plain FTP unless told otherwise; the newer types of the provider switch it off.
 *
 * @see https://learn.microsoft.com/azure/app-service/deploy-ftp#enforce-ftps
 */
const fileTransfer = (app: Resource): Settled<string> =>
  older.includes(app.type)
    ? otherwise(at(app, 'site_config.ftps_state').text(), 'AllAllowed', 'plain FTP is accepted unless told otherwise')
    : otherwise(at(app, 'site_config.ftps_state').text(), 'Disabled', 'FTP is off unless told otherwise');

/**
 * Whether everybody may call it. Where restrictions are written, whoever none names is kept out, unless the default action
 * says otherwise; the newer types of the provider say so (`Allow`) where nothing is written.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-access-restrictions
 */
function reachFact(about: About): Fact {
  const { subject } = about;
  const open = publicNetwork(subject, [
    'public_network_access_enabled',
    'public_network_access',
    'site_config.public_network_access_enabled',
  ]);
  const rules = at(subject, 'site_config.ip_restriction');
  const action = at(subject, 'site_config.ip_restriction_default_action');
  if (!older.includes(subject.type)) return endpointFact(about, 'front', open, { defaultAction: [action] });
  const guard = orElse(
    map(action.text(), (text) => text.toLowerCase() === 'deny'),
    () => rules.present(),
  );
  return endpointFact(about, 'front', open, { guards: [is(guard, (set) => set, 'access restrictions')] });
}

function everyOrigin(app: Resource): Settled<boolean> {
  const origins = otherwise(
    at(app, 'site_config.cors.allowed_origins').texts(),
    [],
    'no page of another site may call',
  );
  return settledTruth(
    some(origins, (origin) => is(origin, (text) => text === '*', 'origin'), 'origins'),
    origins.at,
  );
}

/** A debugger that anybody with the deployment's credentials attaches sees, and changes, what the program does. */
const debuggingFact = (about: About): Fact => ({
  kind: 'front-guard',
  guard: 'discretion',
  kept: map(
    switched(
      about.subject,
      ['site_config.remote_debugging_enabled'],
      false,
      'remote debugging is off unless told otherwise',
    ),
    (on) => !on,
  ),
  ...about,
});

/** Requests are recorded by the app's own log or by a diagnostic setting; what it does then, by Application Insights. */
function* recordFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const { kept, settings: related } = diagnosticLogs(subject, graph);
  const own = is(at(subject, 'logs.http_logs').present(), (set) => set, 'log of requests');
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(any(kept, own), subject.properties.at),
    ...about,
    ...(related.length > 0 && { related }),
  };
  const insights = [
    ...['application_insights_connection_string', 'application_insights_key'].map((key) => `site_config.${key}`),
    ...['APPLICATIONINSIGHTS_CONNECTION_STRING', 'APPINSIGHTS_INSTRUMENTATIONKEY'].map((key) => `app_settings.${key}`),
  ];
  yield {
    kind: 'audit-log',
    scope: 'execution',
    kept: settledTruth(
      any(
        ...insights.map((path) => is(at(subject, path).present(), (set) => set, 'Application Insights')),
        is(at(subject, 'logs.application_logs').present(), (set) => set, 'log of the application'),
      ),
      subject.properties.at,
    ),
    ...about,
  };
  const backup = at(subject, 'backup');
  const written = backup.present();
  // An app is code that can be deployed again: that nothing is written is no fault.
  if (written.state === 'unknown' || written.value)
    yield { kind: 'backup', kept: otherwise(backup.get('enabled').flag(), true, 'on unless told otherwise'), ...about };
}
