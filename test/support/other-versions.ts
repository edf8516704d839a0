/**
 * Names that services read beside those of the declarations at hand: other versions of a provider have them, or types that
 * are read alike. Each with its reason.
 */
export const otherVersions: readonly { readonly path: RegExp; readonly reason: string }[] = [
  {
    path: /^azurerm_\w+#(.*\.)?(enable_(automatic_failover|https_traffic_only|non_ssl_port|host_encryption|node_public_ip|authentication)|allow_blob_public_access|soft_delete_enabled|api_server_authorized_ip_ranges|automatic_channel_upgrade|node_os_channel_upgrade|private_link_enabled|georeplication_locations)$/,
    reason: 'the name in version 2 or 3 of the provider',
  },
  {
    path: /^azurerm_\w+#(addon_profile|role_based_access_control|retention_policy|trust_policy|extended_auditing_policy|encryption_settings|log|enabled_log\.enabled)(\.|$)/,
    reason: 'a block of version 2 or 3 of the provider',
  },
  {
    path: /^azurerm_(cosmosdb_account#local_authentication_enabled|application_insights#(local_authentication|ip_masking)_enabled|storage_account#public_network_access|\w+#deployment_storage(\.access_key)?)$/,
    reason: 'the name in version 5 of the provider',
  },
  {
    path: /^azurerm_\w+#function_app_storage_account_access_key$/,
    reason: 'the applications of App Service are read alike',
  },
  { path: /^azurerm_hdinsight_\w+#roles\.edge_node\.password$/, reason: 'the roles of a cluster are read alike' },
  { path: /^azurerm_lighthouse_definition#/, reason: 'role assignments are read alike' },
  {
    path: /^azurerm_\w+_virtual_machine_scale_set#(automatic_os_upgrade_policy\.automatic_os_upgrade_enabled|data_disk\.)/,
    reason: 'scale sets and machines are read alike',
  },
  {
    path: /^azurerm_\w+#(threat_detection_policy\.)?(policy_state|state|email_account_admins(_enabled)?)$/,
    reason: 'policies that watch a database are read alike',
  },
  {
    path: /^azurerm_(cdn_frontdoor|web_application)_firewall_policy#managed_rules?\./,
    reason: 'the rules of web firewalls are read alike',
  },
  {
    path: /^(azuread_application#password\.end_date_relative|azurerm_network_interface#enable_ip_forwarding)$/,
    reason: 'the name in version 2 or 3 of the provider',
  },
  {
    path: /^azurerm_log_analytics_workspace#internet_(ingestion|query)_access_type$/,
    reason: 'the name in version 5 of the provider',
  },
  {
    path: /^cloudflare_zero_trust_access_identity_provider#config\.api_token$/,
    reason: 'removed in version 5 of the provider',
  },
  { path: /^cloudflare_hostname_tls_setting#setting$/, reason: 'settings of a zone and a host are read alike' },
  {
    path: /^cloudflare_zero_trust_access_application#policies\./,
    reason: 'policies are read alike wherever they stand',
  },
  { path: /^google_alloydb_cluster#deletion_protection$/, reason: 'since version 7 of the provider' },
  { path: /^google_colab_runtime_template#shielded_vm_config\./, reason: 'shielded machines are read alike' },
  {
    path: /^google_compute_(disk|image|instance_template|region_disk|snapshot)#.*(raw|kms_key_name|raw_key|rsa_encrypted_key|resource_policies)$/,
    reason: 'disks and what is made of them are read alike',
  },
  {
    path: /^google_compute_network_firewall_policy_with_rules#rule\./,
    reason: 'the rules of firewall policies are read alike',
  },
  {
    path: /^google_container_(cluster|node_pool)#(default_enable_private_nodes|enable_binary_authorization|master_auth\.password|(node_pool\.)?node_config\.(shielded_instance_config\.enable_vtpm|workload_metadata_config\.node_metadata))$/,
    reason: 'the name in an earlier version of the provider, or nodes and machines are read alike',
  },
  { path: /^google_sql_database_instance#settings\.ip_configuration\.require_ssl$/, reason: 'removed in version 6' },
  { path: /^google_sql_database_instance#root_password_wo$/, reason: 'since version 7 of the provider' },
  {
    path: /^google_storage_bucket#(bucket_policy_only|predefined_acl)$/,
    reason: 'the name in version 2 or 3, or lists are read alike',
  },
  { path: /^okta_policy_mfa\w*#fido_u2f/, reason: 'removed in version 4.11 of the provider' },
];
