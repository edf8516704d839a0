import type { UnreadToken } from './unread-tokens';

/** What decides an area of Google Cloud, and that no service reads. */
export const unreadGoogleTokens: readonly UnreadToken[] = [
  { type: /^google_app_engine_/, path: /^deployment/, reason: 'says where the code is' },
  {
    type: /^google_compute_instance$/,
    path: /^confidential_instance_config/,
    reason: 'encrypts memory, not what is stored',
  },
  {
    type: /^google_compute_instance$/,
    path: /^tags$/,
    reason: 'says which firewall rules are for it: those are judged',
  },
  {
    type: /^google_os_config_patch_deployment$/,
    path: /^patch_config/,
    reason: 'says which updates come: that they come again and again is judged',
  },
  {
    type: /^google_(container_cluster|sql_database_instance)$/,
    path: /^(maintenance_policy|maintenance_version)/,
    reason: 'says when maintenance is done, not whether it is',
  },
  {
    type: /^google_iam_workload_identity_pool_provider$/,
    path: /^attribute_mapping/,
    reason: 'names claims: the condition says who comes in by them',
  },
  { type: /^google_logging_project_sink$/, path: /^filter$/, reason: 'says what is copied elsewhere' },
  { type: /^google_monitoring_alert_policy$/, path: /^severity$/, reason: 'says how grave it is, not who hears of it' },
  {
    type: /^google_pubsub_/,
    path: /^(retain_acked_messages|message_storage_policy)/,
    reason: 'says whether messages can be played again, and in which region they lie',
  },
  { type: /^google_redis_instance$/, path: /^connect_mode$/, reason: 'both ways are private' },
  { type: /^google_service_account$/, path: /^disabled$/, reason: 'a disabled account does nothing' },
];
