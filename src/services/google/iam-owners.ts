/** What a policy is attached to. */
export interface Owner {
  /** The resource that the policy is of; undefined where none stands for it. */
  readonly type?: string;
  /** The property that names it. */
  readonly key: string;
  /** Its policies reach everything below it: a project, a folder, an organization. */
  readonly wide: boolean;
}

/**
 * Types with resources `_iam_member`, `_iam_binding` and `_iam_policy`, by the property that names whose policy it is.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs (7.12, 2025-11; 6.50)
 */
const byKey: Readonly<Record<string, readonly string[]>> = {
  application_id: ['beyondcorp_application', 'beyondcorp_security_gateway_application'],
  aspect_type_id: ['dataplex_aspect_type'],
  asset: ['dataplex_asset'],
  attestor: ['binary_authorization_attestor'],
  bucket: ['storage_bucket'],
  ca_pool: ['privateca_ca_pool'],
  certificate_template: ['privateca_certificate_template'],
  cloud_function: ['cloudfunctions2_function', 'cloudfunctions_function'],
  cluster: ['dataproc_cluster'],
  config: ['runtimeconfig_config'],
  connection_id: ['bigquery_connection'],
  consent_store_id: ['healthcare_consent_store'],
  crypto_key_id: ['kms_crypto_key'],
  data_exchange_id: ['bigquery_analytics_hub_data_exchange'],
  data_policy_id: ['bigquery_datapolicy_data_policy', 'bigquery_datapolicyv2_data_policy'],
  data_scan_id: ['dataplex_datascan'],
  database: ['dataproc_metastore_database', 'spanner_database'],
  dataplex_zone: ['dataplex_zone'],
  dataset_id: ['bigquery_dataset', 'healthcare_dataset'],
  dest_group: ['iap_tunnel_dest_group'],
  dicom_store_id: ['healthcare_dicom_store'],
  endpoint: ['vertex_ai_endpoint'],
  entitytype: ['vertex_ai_featurestore_entitytype'],
  entry_group: ['data_catalog_entry_group'],
  entry_group_id: ['dataplex_entry_group'],
  entry_type_id: ['dataplex_entry_type'],
  env_id: ['apigee_environment'],
  featurestore: ['vertex_ai_featurestore'],
  federation_id: ['dataproc_metastore_federation'],
  fhir_store_id: ['healthcare_fhir_store'],
  gateway: ['api_gateway_gateway'],
  api: ['api_gateway_api'],
  api_config: ['api_gateway_api_config'],
  glossary_id: ['dataplex_glossary'],
  hl7_v2_store_id: ['healthcare_hl7_v2_store'],
  image: ['compute_image'],
  instance: ['bigtable_instance', 'spanner_instance'],
  instance_id: ['secure_source_manager_instance'],
  instance_name: ['compute_instance', 'notebooks_instance'],
  job_id: ['dataproc_job'],
  key_ring_id: ['kms_key_ring'],
  lake: ['dataplex_lake'],
  listing_id: ['bigquery_analytics_hub_listing'],
  machine_image: ['compute_machine_image'],
  managed_folder: ['storage_managed_folder'],
  managed_zone: ['dns_managed_zone'],
  membership_id: ['gke_hub_membership'],
  name: [
    'access_context_manager_access_policy',
    'cloud_run_v2_job',
    'cloud_run_v2_service',
    'cloud_run_v2_worker_pool',
    'cloud_tasks_queue',
    'cloudbuildv2_connection',
    'clouddeploy_custom_target_type',
    'clouddeploy_delivery_pipeline',
    'clouddeploy_target',
    'compute_backend_bucket',
    'compute_backend_service',
    'compute_disk',
    'compute_instance_template',
    'compute_instant_snapshot',
    'compute_region_backend_service',
    'compute_region_disk',
    'compute_snapshot',
    'compute_storage_pool',
    'data_fusion_instance',
    'gke_backup_backup_plan',
    'gke_backup_restore_plan',
    'gke_hub_feature',
    'kms_ekm_connection',
    'logging_log_view',
    'network_security_address_group',
    'workbench_instance',
  ],
  note: ['container_analysis_note'],
  policy_id: ['dataproc_autoscaling_policy'],
  policy_tag: ['data_catalog_policy_tag'],
  repository: ['artifact_registry_repository', 'sourcerepo_repository'],
  repository_group_id: ['gemini_repository_group'],
  repository_id: ['secure_source_manager_repository'],
  routine_id: ['bigquery_routine'],
  runtime_name: ['notebooks_runtime'],
  runtime_template: ['colab_runtime_template'],
  schema: ['pubsub_schema'],
  scope_id: ['gke_hub_scope'],
  secret_id: ['secret_manager_regional_secret', 'secret_manager_secret'],
  security_gateway_id: ['beyondcorp_security_gateway'],
  service: ['cloud_run_service', 'iap_app_engine_service'],
  service_account_id: ['service_account'],
  service_id: ['dataproc_metastore_service'],
  service_name: ['endpoints_service', 'endpoints_service_consumers'],
  source: ['scc_source', 'scc_v2_organization_source'],
  subnetwork: ['compute_subnetwork'],
  subscription: ['pubsub_subscription'],
  table: ['bigtable_table', 'dataproc_metastore_table'],
  table_id: ['bigquery_table'],
  tag_key: ['tags_tag_key'],
  tag_template: ['data_catalog_tag_template'],
  tag_value: ['tags_tag_value'],
  task_id: ['dataplex_task'],
  taxonomy: ['data_catalog_taxonomy'],
  topic: ['pubsub_topic'],
  version_id: ['iap_app_engine_version'],
  workforce_pool_id: ['iam_workforce_pool'],
  workload_identity_pool_id: ['iam_workload_identity_pool'],
};

/** Whose policies reach everything below. */
const wideByKey: Readonly<Record<string, readonly string[]>> = {
  billing_account_id: ['billing_account'],
  folder: ['folder'],
  org_id: ['organization'],
  project: ['project'],
};

/** Policies of the proxy in front of a thing, which is of another type. */
const proxied: readonly (readonly [name: string, key: string, type?: string])[] = [
  ['iap_tunnel', 'project'],
  ['iap_tunnel_instance', 'instance', 'google_compute_instance'],
  ['iap_web', 'project'],
  ['iap_web_backend_service', 'web_backend_service', 'google_compute_backend_service'],
  ['iap_web_cloud_run_service', 'cloud_run_service_name', 'google_cloud_run_v2_service'],
  ['iap_web_forwarding_rule_service', 'forwarding_rule_service_name', 'google_compute_global_forwarding_rule'],
  ['iap_web_region_backend_service', 'web_region_backend_service', 'google_compute_region_backend_service'],
  ['iap_web_region_forwarding_rule_service', 'forwarding_rule_region_service_name', 'google_compute_forwarding_rule'],
  ['iap_web_type_app_engine', 'app_id', 'google_app_engine_application'],
  ['iap_web_type_compute', 'project'],
];

const suffixes = ['_iam_binding', '_iam_member', '_iam_policy'] as const;

const entries = (
  keys: Readonly<Record<string, readonly string[]>>,
  wide: boolean,
): readonly (readonly [string, Owner])[] =>
  Object.entries(keys).flatMap(([key, names]) =>
    names.map((name) => [name, { type: `google_${name}`, key, wide }] as const),
  );

/** Whose policy each resource type is of or adds to. */
export const policyOwners: ReadonlyMap<string, Owner> = new Map(
  [
    ...entries(byKey, false),
    ...entries(wideByKey, true),
    ...proxied.map(([name, key, type]) => [name, { key, wide: false, ...(type && { type }) }] as const),
  ].flatMap(([name, owner]) => suffixes.map((suffix) => [`google_${name}${suffix}`, owner] as const)),
);
