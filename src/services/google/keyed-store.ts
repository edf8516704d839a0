import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionOf } from './encryption';

/** A kind of thing that holds data, with the property that names its key, and the provider's guard against deletion. */
interface Kind {
  readonly noun: string;
  readonly key?: string;
  /** The guard, and what it is where nothing is said. */
  readonly guard?: readonly [path: string, initial: boolean];
}

/** @see https://registry.terraform.io/providers/hashicorp/google/latest/docs (the page of each resource; 7.12, 2025-11) */
const kinds: Readonly<Record<string, Kind>> = {
  google_apihub_api_hub_instance: { noun: 'API hub', key: 'config.cmek_key_name' },
  google_dataproc_metastore_service: {
    noun: 'Dataproc metastore',
    key: 'encryption_config.kms_key',
    guard: ['deletion_protection', false],
  },
  google_dialogflow_encryption_spec: { noun: 'Dialogflow location', key: 'encryption_spec.kms_key' },
  google_discovery_engine_cmek_config: { noun: 'Discovery Engine location', key: 'kms_key' },
  google_discovery_engine_data_store: { noun: 'Discovery Engine data store', key: 'kms_key_name' },
  google_document_ai_processor: { noun: 'Document AI processor', key: 'kms_key_name' },
  google_document_ai_warehouse_location: { noun: 'Document AI warehouse', key: 'kms_key' },
  google_eventarc_channel: { noun: 'Eventarc channel', key: 'crypto_key_name' },
  google_eventarc_google_api_source: { noun: 'Eventarc source', key: 'crypto_key_name' },
  google_eventarc_google_channel_config: { noun: 'Eventarc channel', key: 'crypto_key_name' },
  google_eventarc_message_bus: { noun: 'Eventarc message bus', key: 'crypto_key_name' },
  google_eventarc_pipeline: { noun: 'Eventarc pipeline', key: 'crypto_key_name' },
  google_gemini_code_repository_index: { noun: 'Code repository index', key: 'kms_key' },
  google_healthcare_dataset: { noun: 'Healthcare dataset', key: 'encryption_spec.kms_key_name' },
  google_integrations_client: { noun: 'Integrations client', key: 'cloud_kms_config.key' },
  google_managed_kafka_cluster: { noun: 'Kafka cluster', key: 'gcp_config.kms_key' },
  google_netapp_storage_pool: { noun: 'NetApp storage pool', key: 'kms_config' },
  google_oracle_database_cloud_exadata_infrastructure: {
    noun: 'Exadata infrastructure',
    guard: ['deletion_protection', true],
  },
  google_oracle_database_cloud_vm_cluster: { noun: 'Exadata cluster', guard: ['deletion_protection', true] },
  google_privateca_certificate_authority: { noun: 'Certificate authority', guard: ['deletion_protection', true] },
  google_secure_source_manager_instance: { noun: 'Secure Source Manager instance', key: 'kms_key' },
  google_workflows_workflow: { noun: 'Workflow', key: 'crypto_key_name' },
};

/** Stores of which nothing is said that a control judges but whose key encrypts them, and whether they may be deleted. */
export const keyedStore: Service = {
  name: 'google-keyed-store',
  types: { terraform: Object.keys(kinds) },
  facts(resource): Iterable<Fact> {
    const kind = kinds[resource.type];
    return kind ? storeFacts(resource, kind) : [];
  },
};

function* storeFacts(store: Resource, { noun, key, guard }: Kind): Iterable<Fact> {
  const about = { subject: store, noun };
  const at = (path: string) => store.properties.get(...path.split('.'));
  if (key !== undefined)
    yield { kind: 'storage-at-rest', encryption: encryptionOf(at(key)), requested: at(key).present(), ...about };
  if (guard !== undefined)
    yield {
      kind: 'deletion-protection',
      on: otherwise(
        at(guard[0]).flag(),
        guard[1],
        guard[1] ? 'the provider refuses to delete it by default' : 'it may be deleted by default',
      ),
      ...about,
    };
}
