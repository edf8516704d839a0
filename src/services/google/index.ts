import type { Service } from '../service';
import { alloydb } from './alloydb';
import { appEngine } from './app-engine';
import { artifactRegistry } from './artifact-registry';
import { auditConfig } from './audit-config';
import { backendService } from './backend-service';
import { backupVault } from './backup-vault';
import { bigquery } from './bigquery';
import { bigtable } from './bigtable';
import { binaryAuthorization } from './binary-authorization';
import { googleCertificate } from './certificate';
import { cloudArmor } from './cloud-armor';
import { cloudBuild } from './cloud-build';
import { cloudDns } from './cloud-dns';
import { cloudFunctions } from './cloud-functions';
import { cloudRun } from './cloud-run';
import { composer } from './composer';
import { computeDisk } from './compute-disk';
import { computeFirewall } from './compute-firewall';
import { computeInstance } from './compute-instance';
import { computeMetadata } from './compute-metadata';
import { computeNetwork } from './compute-network';
import { connectionSecret } from './connection-secret';
import { conversation } from './conversation';
import { customRole } from './custom-role';
import { dataFusion } from './data-fusion';
import { dataProcessing } from './data-processing';
import { dataWiring } from './data-wiring';
import { filestore } from './filestore';
import { firestore } from './firestore';
import { firewallPolicy } from './firewall-policy';
import { gke } from './gke';
import { gkeBackup } from './gke-backup';
import { healthcare } from './healthcare';
import { googleIam } from './iam';
import { identityFederation } from './identity-federation';
import { identityPlatform } from './identity-platform';
import { keyedStore } from './keyed-store';
import { googleKms } from './kms';
import { loadBalancing } from './load-balancing';
import { googleLogging } from './logging';
import { looker } from './looker';
import { managementWiring } from './management-wiring';
import { memoryStore } from './memory-store';
import { googleMonitoring } from './monitoring';
import { notebooks } from './notebooks';
import { organizationPolicy } from './organization-policy';
import { osConfig } from './os-config';
import { googleProject } from './project';
import { pubsub } from './pubsub';
import { scheduledCall } from './scheduled-call';
import { googleSecretManager } from './secret-manager';
import { securityContact } from './security-contact';
import { serviceAccount } from './service-account';
import { serviceAttachment } from './service-attachment';
import { servicePerimeter } from './service-perimeter';
import { spanner } from './spanner';
import { sqlInstance } from './sql-instance';
import { storageBucket } from './storage-bucket';
import { storageLists } from './storage-lists';
import { vertexAi } from './vertex-ai';
import { googleWiring } from './wiring';

/** Every service of Google Cloud, sorted by name. */
export const google: readonly Service[] = [
  alloydb,
  appEngine,
  artifactRegistry,
  backendService,
  backupVault,
  bigquery,
  bigtable,
  binaryAuthorization,
  cloudArmor,
  cloudBuild,
  cloudDns,
  cloudFunctions,
  googleKms,
  googleLogging,
  googleMonitoring,
  cloudRun,
  scheduledCall,
  sqlInstance,
  storageBucket,
  storageLists,
  composer,
  computeDisk,
  computeFirewall,
  computeInstance,
  computeMetadata,
  computeNetwork,
  dataFusion,
  dataProcessing,
  conversation,
  securityContact,
  filestore,
  firestore,
  firewallPolicy,
  gke,
  gkeBackup,
  auditConfig,
  googleCertificate,
  connectionSecret,
  customRole,
  dataWiring,
  googleIam,
  identityFederation,
  keyedStore,
  managementWiring,
  organizationPolicy,
  googleProject,
  googleSecretManager,
  serviceAccount,
  googleWiring,
  healthcare,
  identityPlatform,
  loadBalancing,
  looker,
  memoryStore,
  notebooks,
  osConfig,
  pubsub,
  serviceAttachment,
  servicePerimeter,
  spanner,
  vertexAi,
];
