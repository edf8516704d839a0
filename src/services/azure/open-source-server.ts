import type { AddressRules } from './address-rule';

/* The servers of open-source databases: PostgreSQL, MySQL and MariaDB, the retired single servers and their successors. */

/** How a kind of server, and what stands beside it, is written. */
export interface OpenSourceServer {
  readonly type: string;
  readonly noun: string;
  /** A flexible server may stand in a subnet of one's own, and takes what the single server had as switches by parameters. */
  readonly flexible: boolean;
  readonly rules: AddressRules;
  readonly parameters: string;
  readonly keys?: string;
  readonly subnets?: string;
  readonly administrators?: string;
  /** The last day on which the service is kept, where it is retired. */
  readonly retired?: string;
  /** The table in data/runtimes that says until when versions are mended. */
  readonly versions?: string;
}

const rulesOf = (prefix: string, type: string, port: number): AddressRules => ({
  types: [`${prefix}_firewall_rule`],
  servers: [type],
  server: ['server_id', 'server_name'],
  first: 'start_ip_address',
  last: 'end_ip_address',
  port,
});

const singleServer = (engine: string, noun: string, port: number, retired: string): OpenSourceServer => ({
  type: `azurerm_${engine}_server`,
  noun,
  flexible: false,
  rules: rulesOf(`azurerm_${engine}`, `azurerm_${engine}_server`, port),
  parameters: `azurerm_${engine}_configuration`,
  subnets: `azurerm_${engine}_virtual_network_rule`,
  ...(engine !== 'mariadb' && {
    keys: `azurerm_${engine}_server_key`,
    administrators: `azurerm_${engine}_active_directory_administrator`,
  }),
  retired,
});

const flexibleServer = (engine: string, noun: string, port: number): OpenSourceServer => ({
  type: `azurerm_${engine}_flexible_server`,
  noun,
  flexible: true,
  rules: rulesOf(`azurerm_${engine}_flexible_server`, `azurerm_${engine}_flexible_server`, port),
  parameters: `azurerm_${engine}_flexible_server_configuration`,
  administrators: `azurerm_${engine}_flexible_server_active_directory_administrator`,
});

/**
 * @see https://learn.microsoft.com/azure/mariadb/whats-happening-to-mariadb (retired 2025-09-19)
 * @see https://learn.microsoft.com/azure/mysql/migrate/whats-happening-to-mysql-single-server (retired 2024-09-16)
 * @see https://learn.microsoft.com/azure/postgresql/migrate/whats-happening-to-postgresql-single-server (retired 2025-03-28)
 */
export const openSourceServers: readonly OpenSourceServer[] = [
  singleServer('mariadb', 'MariaDB server', 3306, '2025-09-19'),
  singleServer('mysql', 'MySQL server', 3306, '2024-09-16'),
  singleServer('postgresql', 'PostgreSQL server', 5432, '2025-03-28'),
  flexibleServer('mysql', 'MySQL flexible server', 3306),
  { ...flexibleServer('postgresql', 'PostgreSQL flexible server', 5432), versions: 'azure-postgresql' },
];

/** Databases, backups and names belong to servers, and mean nothing by themselves. */
export const openSourceParts: readonly string[] = [
  'azurerm_mariadb_database',
  'azurerm_mysql_database',
  'azurerm_mysql_flexible_database',
  'azurerm_postgresql_database',
  'azurerm_postgresql_flexible_server_backup',
  'azurerm_postgresql_flexible_server_database',
  'azurerm_postgresql_flexible_server_virtual_endpoint',
];
