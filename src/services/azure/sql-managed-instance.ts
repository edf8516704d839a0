import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth } from '../../model/truth';
import { known, map, orElse, otherwise } from '../../model/value';
import { administratorName } from '../aws/administrator-name';
import { backupsFor } from '../aws/database-upkeep';
import { secretFacts } from '../aws/secret-facts';
import { endpointFact, publicNetwork } from './platform-network';
import { at, companionSays, identityFact, storedFact, switched, tlsFact, type About } from './platform-service';
import { alertFacts, scanFact } from './sql-watch';

export const managedInstances = ['azurerm_mssql_managed_instance', 'azurerm_sql_managed_instance'];

const protectors = ['azurerm_mssql_managed_instance_transparent_data_encryption'];
const administrators = [
  'azurerm_mssql_managed_instance_active_directory_administrator',
  'azurerm_sql_managed_instance_active_directory_administrator',
];
const alertPolicies = ['azurerm_mssql_managed_instance_security_alert_policy'];
const assessments = ['azurerm_mssql_managed_instance_vulnerability_assessment'];

/**
 * A managed instance stands in a subnet of one's own; a public endpoint beside it is opened by a switch.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/managed-instance/public-endpoint-overview
 */
export function* managedInstanceFacts(instance: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'SQL managed instance', subject: instance };
  const beside = (types: readonly string[], key = 'managed_instance_id') =>
    graph.companions(instance, types, key, managedInstances);
  yield storedFact(about, {
    companions: beside(protectors),
    companionKeys: ['key_vault_key_id', 'managed_hsm_key_id'],
  });
  yield endpointFact(about, 'store', publicNetwork(instance, ['public_data_endpoint_enabled'], false));
  yield tlsFact(about, at(instance, 'minimum_tls_version'), '1.2');
  yield* signInFacts(about, graph);
  yield identityFact(about);
  yield scanFact(about, beside(assessments));
  for (const policy of beside(alertPolicies, 'managed_instance_name').certain)
    yield* alertFacts({ related: [policy], ...about }, policy.properties);
  const copies = otherwise(
    at(instance, 'storage_account_type').text(),
    'GRS',
    'in another region unless told otherwise',
  );
  yield { kind: 'remote-copy', kept: map(copies, (kind) => /^gz?rs$/i.test(kind)), ...about };
  yield {
    kind: 'redundancy',
    of: 'data',
    kept: switched(instance, ['zone_redundant_enabled'], false, 'in one zone unless told otherwise'),
    ...about,
  };
}

function* signInFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const block = at(subject, 'azure_active_directory_administrator');
  const beside = graph.companions(subject, administrators, 'managed_instance_id', managedInstances);
  const none = truth(false, block.at, 'no Microsoft Entra administrator');
  const alone = block.get('azuread_authentication_only_enabled').flag();
  const outside = companionSays(
    beside,
    (one) => is(otherwise(at(one, 'azuread_authentication_only').flag(), false, 'off unless told otherwise'), (on) => on, 'Microsoft Entra alone'), // prettier-ignore
    truth(false, block.at, 'SQL logins are accepted unless told otherwise'),
  );
  yield {
    kind: 'local-auth',
    cloudIdentity: settledTruth(
      any(
        is(block.present(), (set) => set, 'Microsoft Entra administrator'),
        companionSays(beside, ({ properties }) => truth(true, properties.at, 'Microsoft Entra administrator'), none),
      ),
      block.at,
    ),
    refused: orElse(alone, () => settledTruth(outside, block.at)),
    ...about,
    ...(beside.certain.length > 0 && { related: beside.certain }),
  };
  yield* administratorName(about, at(subject, 'administrator_login'));
  yield* secretFacts(subject, about.noun, [['administrator password', at(subject, 'administrator_login_password')]]);
}

/** Backups of a managed database reach back seven days unless told otherwise. */
export function* managedDatabaseFacts(database: Resource): Iterable<Fact> {
  const about = { noun: 'database of a managed instance', subject: database };
  const days = at(database, 'short_term_retention_days').number();
  yield backupsFor(about, otherwise(days, 7, 'seven days unless told otherwise'));
}

/**
 * The extension for SQL Server on a virtual machine: how it is reached, patched and backed up.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/virtual-machines/windows/sql-server-iaas-agent-extension-automate-management
 */
export function* sqlMachineFacts(machine: Resource): Iterable<Fact> {
  const about = { noun: 'SQL Server on a virtual machine', subject: machine };
  const connectivity = at(machine, 'sql_connectivity_type').text();
  const open = map(otherwise(connectivity, 'PRIVATE', 'private unless told otherwise'), (word) =>
    /^public$/i.test(word),
  );
  yield endpointFact(about, 'store', open);
  yield { kind: 'patching', of: 'engine', automatic: at(machine, 'auto_patching').present(), ...about };
  yield { kind: 'backup', kept: at(machine, 'auto_backup').present(), ...about };
  yield* secretFacts(machine, about.noun, [
    ['password of a login', at(machine, 'sql_connectivity_update_password')],
    ['password of the backup', at(machine, 'auto_backup.encryption_password')],
    ['storage key', at(machine, 'auto_backup.storage_account_access_key')],
    ['secret of a service principal', at(machine, 'key_vault_credential.service_principal_secret')],
  ]);
}

/** A pool is spread over zones only when told to. */
export function* elasticPoolFacts(pool: Resource): Iterable<Fact> {
  yield {
    noun: 'elastic pool',
    subject: pool,
    kind: 'redundancy',
    of: 'data',
    kept: otherwise(at(pool, 'zone_redundant').flag(), false, 'in one zone unless told otherwise'),
  };
}

/** A password that a job signs in to databases with. */
export function* jobCredentialFacts(credential: Resource): Iterable<Fact> {
  yield* secretFacts(credential, 'credential of SQL jobs', [
    ['password', at(credential, 'password')],
    ['password', at(credential, 'password_wo')],
  ]);
  yield { noun: 'credential of SQL jobs', subject: credential, kind: 'credential', longLived: known(true, credential.properties.at, 'a password has no end') }; // prettier-ignore
}
