import type { Fact } from '../../model/fact';
import type { Companions, ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import { administratorName } from '../aws/administrator-name';
import { secretFacts } from '../aws/secret-facts';
import { addressRuleFacts, type AddressRules } from './address-rule';
import { doorShut, placementFact, publicNetwork } from './platform-network';
import {
  at,
  companionSays,
  identityFact,
  keyNamed,
  storedFact,
  switched,
  tlsFact,
  type About,
} from './platform-service';
import { alertFacts, auditFact, auditRetentionFacts, scanFact } from './sql-watch';

export const sqlServers = ['azurerm_mssql_server', 'azurerm_sql_server'];

export const sqlRules: AddressRules = {
  types: ['azurerm_mssql_firewall_rule', 'azurerm_sql_firewall_rule'],
  servers: sqlServers,
  server: ['server_id', 'server_name'],
  first: 'start_ip_address',
  last: 'end_ip_address',
  port: 1433,
};

const serverPolicies = ['azurerm_mssql_server_extended_auditing_policy'];
const protectors = ['azurerm_mssql_server_transparent_data_encryption'];
const administrators = ['azurerm_sql_active_directory_administrator'];
const alertPolicies = ['azurerm_mssql_server_security_alert_policy'];
const assessments = ['azurerm_mssql_server_vulnerability_assessment'];
const networkRules = ['azurerm_mssql_virtual_network_rule', 'azurerm_sql_virtual_network_rule'];

/** What belongs to a server, by its id or by its name. */
export function belongingTo(server: Resource, graph: ResourceGraph, types: readonly string[]): Companions {
  const found = sqlRules.server.map((key) => graph.companions(server, types, key, sqlServers));
  return {
    certain: found.flatMap(({ certain }) => certain),
    possible: found.flatMap(({ possible }) => possible),
  };
}

/** Whether the databases of a server are encrypted with a key of one's own. */
export const protector = (server: Resource, graph: ResourceGraph): Settled<boolean> =>
  keyNamed(server, protectorPlaces(server, graph));

const protectorPlaces = (server: Resource, graph: ResourceGraph) => ({
  keys: [at(server, 'transparent_data_encryption_key_vault_key_id')],
  companions: belongingTo(server, graph, protectors),
  companionKeys: ['key_vault_key_id', 'managed_hsm_key_id'],
});

/** The firewall of a server lets nobody in until a rule says so. */
export function* sqlServerFacts(server: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'SQL server', subject: server };
  yield storedFact(about, protectorPlaces(server, graph));
  yield* rotationFacts(about, belongingTo(server, graph, protectors));
  yield* sqlNetworkFacts(about, graph);
  yield* sqlSignInFacts(about, graph);
  yield identityFact(about);
  if (server.type === 'azurerm_mssql_server') yield tlsFact(about, at(server, 'minimum_tls_version'), '1.2');
  yield* sqlWatchFacts(about, graph);
}

/** New versions of the key that protects the databases are taken up only when told to. */
function* rotationFacts(about: About, { certain }: Companions): Iterable<Fact> {
  for (const one of certain) {
    const key = at(one, 'key_vault_key_id').present();
    if (key.state === 'known' && !key.value) continue;
    const rotated = otherwise(at(one, 'auto_rotation_enabled').flag(), false, 'new versions are taken up when told to');
    yield { kind: 'key', rotated, related: [one], ...about };
  }
}

function* sqlNetworkFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const door = 'public_network_access_enabled';
  const open = publicNetwork(subject, [door]);
  // The older resource has no such switch.
  if (subject.type === 'azurerm_mssql_server') {
    yield doorShut(about, open, at(subject, door));
    yield {
      kind: 'way-out',
      open: map(
        otherwise(
          at(subject, 'outbound_network_restriction_enabled').flag(),
          false,
          'everywhere unless told otherwise',
        ),
        (confined) => !confined,
      ),
      ...about,
    };
  }
  yield* addressRuleFacts(about, graph, sqlRules, open);
  const subnets = companionSays(
    belongingTo(subject, graph, networkRules),
    (rule) => is(at(rule, 'subnet_id').present(), (set) => set, 'virtual network rule'),
    truth(false, subject.properties.at, 'no virtual network rule'),
  );
  yield placementFact(about, graph, [subnets]);
}

/**
 * Logins of SQL are accepted unless Microsoft Entra identities alone are let in, which needs an administrator who is one.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/database/authentication-azure-ad-only-authentication
 */
function* sqlSignInFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const login = at(subject, 'azuread_administrator.login_username').text();
  yield {
    kind: 'local-auth', cloudIdentity: settledTruth(
      any(
        isName(otherwise(login, '', 'no Microsoft Entra administrator')),
        companionSays(
          belongingTo(subject, graph, administrators),
          (one) => isName(otherwise(at(one, 'login').text(), '', 'no name')),
          truth(false, subject.properties.at, 'no Microsoft Entra administrator'),
        ),
      ),
      login.at,
    ), refused: switched(subject, ['azuread_administrator.azuread_authentication_only'], false, 'SQL logins are accepted unless told otherwise'), ...about,
  }; // prettier-ignore
  yield* administratorName(about, at(subject, 'administrator_login'));
  yield* secretFacts(subject, about.noun, [
    ['administrator password', at(subject, 'administrator_login_password')],
    ['administrator password', at(subject, 'administrator_login_password_wo')],
  ]);
}

const isName = (name: Settled<string>): Truth =>
  is(name, (text) => text.trim() !== '', 'Microsoft Entra administrator');

function* sqlWatchFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const audits = belongingTo(subject, graph, serverPolicies);
  const blocks = [at(subject, 'extended_auditing_policy')];
  yield auditFact(about, audits, blocks);
  yield* auditRetentionFacts(about, audits.certain, blocks);
  const alerts = belongingTo(subject, graph, alertPolicies);
  for (const policy of alerts.certain) yield* alertFacts({ related: [policy], ...about }, policy.properties);
  const block = at(subject, 'threat_detection_policy');
  const set = block.present();
  if (set.state === 'unknown' || set.value) yield* alertFacts(about, block);
  const scanned = alerts.certain.flatMap((policy) => assessmentsOf(policy, graph).certain);
  const express = at(subject, 'express_vulnerability_assessment_enabled').flag();
  if (scanned.length > 0 || express.state !== 'absent')
    yield scanFact(about, { certain: scanned, possible: [] }, otherwise(express, false, 'off unless told otherwise'));
}

/** An assessment names the alert policy of its server. */
const assessmentsOf = (policy: Resource, graph: ResourceGraph): Companions =>
  graph.companions(policy, assessments, 'server_security_alert_policy_id', alertPolicies);

/** Whether the server audits its databases with its own. */
export function serverAudits(server: Resource, graph: ResourceGraph): Truth {
  const { kept } = auditFact({ noun: 'SQL server', subject: server }, belongingTo(server, graph, serverPolicies), [
    at(server, 'extended_auditing_policy'),
  ]);
  return is(kept, (on) => on, 'audit of the server');
}
