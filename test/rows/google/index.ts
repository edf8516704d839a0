import type { ServiceRows } from '../../support/row';
import { alloydbRows } from './alloydb';
import { appEngineRows } from './app-engine';
import { artifactRegistryRows } from './artifact-registry';
import { auditConfigRows } from './audit-config';
import { backendServiceRows } from './backend-service';
import { backupVaultRows } from './backup-vault';
import { bigqueryRows } from './bigquery';
import { bigtableRows } from './bigtable';
import { binaryAuthorizationRows } from './binary-authorization';
import { certificateRows } from './certificate';
import { cloudArmorRows } from './cloud-armor';
import { cloudBuildRows } from './cloud-build';
import { cloudDnsRows } from './cloud-dns';
import { cloudFunctionsRows } from './cloud-functions';
import { cloudRunRows } from './cloud-run';
import { composerRows } from './composer';
import { computeDiskRows } from './compute-disk';
import { computeFirewallRows } from './compute-firewall';
import { computeInstanceRows } from './compute-instance';
import { computeMetadataRows } from './compute-metadata';
import { computeNetworkRows } from './compute-network';
import { connectionSecretRows } from './connection-secret';
import { conversationRows } from './conversation';
import { customRoleRows } from './custom-role';
import { dataFusionRows } from './data-fusion';
import { dataProcessingRows } from './data-processing';
import { dataWiringRows } from './data-wiring';
import { filestoreRows } from './filestore';
import { firestoreRows } from './firestore';
import { firewallPolicyRows } from './firewall-policy';
import { gkeRows } from './gke';
import { gkeBackupRows } from './gke-backup';
import { healthcareRows } from './healthcare';
import { googleIamRows } from './iam';
import { identityFederationRows } from './identity-federation';
import { identityPlatformRows } from './identity-platform';
import { keyedStoreRows } from './keyed-store';
import { googleKmsRows } from './kms';
import { loadBalancingRows } from './load-balancing';
import { googleLoggingRows } from './logging';
import { lookerRows } from './looker';
import { managementWiringRows } from './management-wiring';
import { memoryStoreRows } from './memory-store';
import { googleMonitoringRows } from './monitoring';
import { notebooksRows } from './notebooks';
import { organizationPolicyRows } from './organization-policy';
import { osConfigRows } from './os-config';
import { googleProjectRows } from './project';
import { pubsubRows } from './pubsub';
import { scheduledCallRows } from './scheduled-call';
import { googleSecretManagerRows } from './secret-manager';
import { securityContactRows } from './security-contact';
import { serviceAccountRows } from './service-account';
import { serviceAttachmentRows } from './service-attachment';
import { servicePerimeterRows } from './service-perimeter';
import { spannerRows } from './spanner';
import { sqlInstanceRows } from './sql-instance';
import { storageBucketRows } from './storage-bucket';
import { storageListsRows } from './storage-lists';
import { vertexAiRows } from './vertex-ai';
import { googleWiringRows } from './wiring';

export const googleRows: readonly ServiceRows[] = [
  alloydbRows,
  appEngineRows,
  artifactRegistryRows,
  backendServiceRows,
  backupVaultRows,
  bigqueryRows,
  bigtableRows,
  binaryAuthorizationRows,
  certificateRows,
  cloudArmorRows,
  cloudBuildRows,
  cloudDnsRows,
  cloudFunctionsRows,
  googleKmsRows,
  googleLoggingRows,
  googleMonitoringRows,
  cloudRunRows,
  scheduledCallRows,
  sqlInstanceRows,
  storageBucketRows,
  storageListsRows,
  composerRows,
  computeDiskRows,
  computeFirewallRows,
  computeInstanceRows,
  computeMetadataRows,
  computeNetworkRows,
  dataFusionRows,
  dataProcessingRows,
  conversationRows,
  securityContactRows,
  filestoreRows,
  firestoreRows,
  firewallPolicyRows,
  gkeRows,
  gkeBackupRows,
  auditConfigRows,
  connectionSecretRows,
  customRoleRows,
  dataWiringRows,
  googleIamRows,
  identityFederationRows,
  keyedStoreRows,
  managementWiringRows,
  organizationPolicyRows,
  googleProjectRows,
  googleSecretManagerRows,
  serviceAccountRows,
  googleWiringRows,
  healthcareRows,
  identityPlatformRows,
  loadBalancingRows,
  lookerRows,
  memoryStoreRows,
  notebooksRows,
  osConfigRows,
  pubsubRows,
  serviceAttachmentRows,
  servicePerimeterRows,
  spannerRows,
  vertexAiRows,
];
