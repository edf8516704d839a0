import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import type { Service } from '../service';
import { lonelyAddressRuleFacts } from './address-rule';
import { at } from './platform-service';
import { sqlRules, sqlServerFacts, sqlServers } from './sql';
import { lonelyAuditFacts, sqlDatabaseFacts, sqlDatabases } from './sql-database';
import {
  elasticPoolFacts,
  jobCredentialFacts,
  managedDatabaseFacts,
  managedInstanceFacts,
  managedInstances,
  sqlMachineFacts,
} from './sql-managed-instance';
import { alertFacts, lonelyScanFacts } from './sql-watch';

/** Names, groups and jobs belong to servers and databases, and mean nothing by themselves. */
export const azureSql: Service = {
  name: 'azure-sql',
  types: {
    terraform: [
      ...sqlServers,
      ...sqlDatabases,
      ...managedInstances,
      ...sqlRules.types,
      'azurerm_mssql_database_extended_auditing_policy',
      'azurerm_mssql_database_vulnerability_assessment_rule_baseline',
      'azurerm_mssql_elasticpool',
      'azurerm_mssql_failover_group',
      'azurerm_mssql_job',
      'azurerm_mssql_job_agent',
      'azurerm_mssql_job_credential',
      'azurerm_mssql_job_schedule',
      'azurerm_mssql_job_step',
      'azurerm_mssql_job_target_group',
      'azurerm_mssql_managed_database',
      'azurerm_mssql_managed_instance_active_directory_administrator',
      'azurerm_mssql_managed_instance_failover_group',
      'azurerm_mssql_managed_instance_security_alert_policy',
      'azurerm_mssql_managed_instance_start_stop_schedule',
      'azurerm_mssql_managed_instance_transparent_data_encryption',
      'azurerm_mssql_managed_instance_vulnerability_assessment',
      'azurerm_mssql_outbound_firewall_rule',
      'azurerm_mssql_server_dns_alias',
      'azurerm_mssql_server_extended_auditing_policy',
      'azurerm_mssql_server_microsoft_support_auditing_policy',
      'azurerm_mssql_server_security_alert_policy',
      'azurerm_mssql_server_transparent_data_encryption',
      'azurerm_mssql_server_vulnerability_assessment',
      'azurerm_mssql_virtual_machine',
      'azurerm_mssql_virtual_machine_availability_group_listener',
      'azurerm_mssql_virtual_machine_group',
      'azurerm_mssql_virtual_network_rule',
      'azurerm_sql_active_directory_administrator',
      'azurerm_sql_elasticpool',
      'azurerm_sql_failover_group',
      'azurerm_sql_managed_instance_active_directory_administrator',
      'azurerm_sql_managed_instance_failover_group',
      'azurerm_sql_virtual_network_rule',
    ],
  },
  facts(resource, graph) {
    const { type } = resource;
    if (sqlServers.includes(type)) return sqlServerFacts(resource, graph);
    if (sqlDatabases.includes(type)) return sqlDatabaseFacts(resource, graph);
    if (managedInstances.includes(type)) return managedInstanceFacts(resource, graph);
    if (sqlRules.types.includes(type))
      return lonelyAddressRuleFacts(resource, graph, sqlRules, 'firewall rule of a SQL server');
    switch (type) {
      case 'azurerm_mssql_database_extended_auditing_policy':
      case 'azurerm_mssql_server_extended_auditing_policy':
        return lonelyAuditFacts(resource, graph);
      case 'azurerm_mssql_elasticpool':
      case 'azurerm_sql_elasticpool':
        return elasticPoolFacts(resource);
      case 'azurerm_mssql_job_credential':
        return jobCredentialFacts(resource);
      case 'azurerm_mssql_managed_database':
        return managedDatabaseFacts(resource);
      case 'azurerm_mssql_managed_instance_security_alert_policy':
        return lonelyAlertFacts(resource, graph, ['managed_instance_name'], managedInstances);
      case 'azurerm_mssql_server_security_alert_policy':
        return lonelyAlertFacts(resource, graph, ['server_name'], sqlServers);
      case 'azurerm_mssql_managed_instance_vulnerability_assessment':
        return lonelyScan(resource, graph, 'managed_instance_id', managedInstances);
      case 'azurerm_mssql_server_vulnerability_assessment':
        return lonelyAssessmentFacts(resource, graph);
      case 'azurerm_mssql_virtual_machine':
        return sqlMachineFacts(resource);
      default:
        return [];
    }
  },
};

/** A policy whose server is not managed here answers for itself. */
function* lonelyAlertFacts(
  policy: Resource,
  graph: ResourceGraph,
  keys: readonly string[],
  owners: readonly string[],
): Iterable<Fact> {
  if (!keys.some((key) => isManaged(policy, graph, key, owners)))
    yield* alertFacts({ noun: 'security alert policy', subject: policy }, policy.properties);
}

const isManaged = (one: Resource, graph: ResourceGraph, key: string, owners: readonly string[]): boolean => {
  const link = graph.follow(at(one, key), owners);
  return link.state === 'linked' && link.resource.mode === 'managed';
};

function lonelyScan(one: Resource, graph: ResourceGraph, key: string, owners: readonly string[]): Iterable<Fact> {
  return isManaged(one, graph, key, owners) ? [] : lonelyScanFacts(one, 'vulnerability assessment');
}

/** An assessment names the alert policy of its server, which names the server. */
function lonelyAssessmentFacts(assessment: Resource, graph: ResourceGraph): Iterable<Fact> {
  const link = graph.follow(at(assessment, 'server_security_alert_policy_id'), [
    'azurerm_mssql_server_security_alert_policy',
  ]);
  return link.state === 'linked' && isManaged(link.resource, graph, 'server_name', sqlServers)
    ? []
    : lonelyScanFacts(assessment, 'vulnerability assessment');
}
