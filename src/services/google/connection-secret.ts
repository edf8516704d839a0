import type { Fact } from '../../model/fact';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';

/** Secrets that may be written in the open, by type. */
const secrets: Readonly<Record<string, readonly string[]>> = {
  google_active_directory_domain_trust: ['trust_handshake_secret'],
  google_apigee_keystores_aliases_key_cert_file: ['key', 'password'],
  google_apigee_keystores_aliases_pkcs12: ['password'],
  google_database_migration_service_connection_profile: [
    'alloydb.settings.initial_user.password',
    'cloudsql.settings.root_password',
    'mysql.password',
    'mysql.ssl.client_key',
    'oracle.forward_ssh_connectivity.password',
    'oracle.forward_ssh_connectivity.private_key',
    'oracle.password',
    'oracle.ssl.client_key',
    'postgresql.password',
    'postgresql.ssl.client_key',
  ],
  google_datastream_connection_profile: [
    'forward_ssh_connectivity.password',
    'forward_ssh_connectivity.private_key',
    'mysql_profile.password',
    'mysql_profile.ssl_config.client_key',
    'oracle_profile.password',
    'postgresql_profile.password',
    'sql_server_profile.password',
  ],
  google_identity_platform_default_supported_idp_config: ['client_secret'],
  google_identity_platform_oauth_idp_config: ['client_secret'],
  google_identity_platform_tenant_default_supported_idp_config: ['client_secret'],
  google_identity_platform_tenant_oauth_idp_config: ['client_secret'],
  google_netapp_active_directory: ['password'],
  google_oracle_database_autonomous_database: ['admin_password'],
  google_storage_transfer_job: [
    'transfer_spec.aws_s3_data_source.aws_access_key.secret_access_key',
    'transfer_spec.azure_blob_storage_data_source.azure_credentials.sas_token',
  ],
};

/**
 * What signs in somewhere else with a password, key or token of its own.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs (the page of each resource; 7.12, 2025-11)
 */
export const connectionSecret: Service = {
  name: 'google-connection-secret',
  types: { terraform: Object.keys(secrets) },
  facts: (resource): Iterable<Fact> =>
    secretFacts(
      resource,
      'Connection',
      (secrets[resource.type] ?? []).map((path) => {
        const name = path.slice(path.lastIndexOf('.') + 1).replace(/_/g, ' ');
        return [name, resource.properties.get(...path.split('.'))] as const;
      }),
    ),
};
