import type { UnreadToken } from './unread-tokens';

/** What decides an area of Azure or Entra, and that no service reads. */
export const unreadAzureTokens: readonly UnreadToken[] = [
  {
    type: /^azuread_application$/,
    path: /^(owners|required_resource_access)/,
    reason: 'says who keeps the application and what it asks for: what it is given is judged where it is given',
  },
  {
    type: /^azuread_user$/,
    path: /^(account_enabled|disable_password_expiration|user_principal_name)$/,
    reason: 'says who the user is and whether it may sign in at all; passwords need not end',
  },
  {
    type: /^azurerm_.*(virtual_machine|scale_set|maintenance_assignment|kubernetes_cluster|node_pool)/,
    path: /^(patch_assessment_mode|hotpatching_enabled|maintenance_configuration_id|maintenance_window_node_os|upgrade_settings|upgrade_mode)/,
    reason: 'says when and how updates come, not whether they do',
  },
  {
    type: /^azurerm_/,
    path: /^(source_image_id|source_image_reference|os_sku|os_type)/,
    reason: 'says which system it is: how long that one is mended, nobody lists by image',
  },
  {
    type: /^azurerm_.*(virtual_machine|scale_set)/,
    path: /^(admin_ssh_key|vtpm_enabled|boot_diagnostics)/,
    reason: 'comes with what is judged: sign-in without passwords, a verified start, records of what it does',
  },
  {
    type: /^azurerm_(linux|windows)_virtual_machine$/,
    path: /^network_interface_ids$/,
    reason: 'says where it stands: networks and security groups are judged themselves',
  },
  {
    type: /^azurerm_monitor_data_collection_rule_association$/,
    path: /^data_collection_rule_id$/,
    reason: 'says what is measured of a machine: who works on it, nothing shows before it runs',
  },
  {
    type: /^azurerm_monitor_diagnostic_setting$/,
    path: /^(eventhub_name|log_analytics_workspace_id|storage_account_id)$/,
    reason: 'says where records go: that they are kept is judged',
  },
  {
    type: /^azurerm_/,
    path: /(^|\.)(registry\.identity|storage_authentication_type|storage_uses_managed_identity|storage_account_authentication_mode|key_vault_reference_identity_id)$/,
    reason: 'says how it signs in elsewhere: that it has an identity, and no secret in the clear, is judged',
  },
  {
    type: /^azurerm_/,
    path: /^(zip_deploy_file|repository_url|preview_environments_enabled|workflow_parameters|exposed_port)/,
    reason: 'says which code runs, and where its copies are seen',
  },
  {
    type: /^azurerm_api_management$/,
    path: /^min_api_version$/,
    reason: 'says which version of the management interface answers, not how it is reached',
  },
  {
    type: /^azurerm_(bastion_host|kubernetes_cluster)$/,
    path: /^(kerberos_enabled|run_command_enabled)$/,
    reason: 'is another way in for those who may come in',
  },
  {
    type: /^azurerm_databricks_workspace$/,
    path: /^(customer_managed_key_enabled|default_storage_firewall_enabled|network_security_group_rules_required)$/,
    reason: 'goes with another setting of the workspace, which is judged',
  },
  {
    type: /^azurerm_key_vault(_key|_secret)?$/,
    path: /^(sku_name|enabled_for_template_deployment|key_size|key_type|content_type)$/,
    reason: 'says what kind of vault, key or secret it is: who reaches it, and how long it counts, is judged',
  },
  {
    type: /^azurerm_log_analytics_workspace$/,
    path: /^(cmk_for_query_forced|daily_quota_gb)$/,
    reason: 'says where queries are kept and how much is taken in',
  },
  {
    type: /^azurerm_mssql_/,
    path: /^(long_term_retention_policy|proxy_override|version)/,
    reason: 'says how long old copies stay, how connections are led and which interface it has: backups are judged',
  },
  { type: /^azurerm_network_watcher_flow_log$/, path: /^traffic_analytics/, reason: 'says who looks at the records' },
  {
    type: /^azurerm_public_ip$/,
    path: /^(allocation_method|ddos_protection_mode)$/,
    reason: 'says whether the address stays, and how floods are kept off: that there is one is judged where it is used',
  },
  {
    type: /^azurerm_redis_cache$/,
    path: /^patch_schedule/,
    reason: 'says when maintenance is done, not whether it is',
  },
  {
    type: /^azurerm_security_center_/,
    path: /^(alerts_to_admins|phone|resource_type|subplan)$/,
    reason: 'says who else is told, and what is watched: that somebody is and something is, is judged',
  },
  {
    type: /^azurerm_storage_account/,
    path: /^(cross_tenant_replication_enabled|default_to_oauth_authentication|sas_policy|bypass)/,
    reason: 'narrows what keys and the platform may do: whether keys count and networks are closed is judged',
  },
  {
    type: /^azurerm_(subnet|virtual_network)$/,
    path: /^(private_endpoint_network_policies|service_endpoints|address_space|ddos_protection_plan|encryption)/,
    reason: 'says which addresses a network has and what may be near it: security groups say who reaches it',
  },
  {
    type: /^azurerm_subscription_policy_assignment$/,
    path: /^policy_definition_id$/,
    reason: 'names a policy by its id: that it is enforced is judged',
  },
  { type: /^azurerm_user_assigned_identity$/, path: /^name$/, reason: 'says what it is called: its roles are judged' },
];
