import { actionGroup } from './action-group';
import { aiServices } from './ai-services';
import { apiManagement } from './api-management';
import { appConfiguration } from './app-configuration';
import { appService } from './app-service';
import { appServicePlan } from './app-service-plan';
import { applicationGateway } from './application-gateway';
import { applicationInsights } from './application-insights';
import { automation } from './automation';
import { azureSql } from './azure-sql';
import { azureBackup } from './backup-vault';
import { bastion } from './bastion';
import { batch } from './batch';
import { cdn } from './cdn';
import { computeWiring } from './compute-wiring';
import { conditionalAccess } from './conditional-access';
import { containerApp } from './container-app';
import { containerGroup } from './container-group';
import { containerRegistry } from './container-registry';
import { cosmosdb } from './cosmosdb';
import { dataFactory } from './data-factory';
import { dataLakeStore } from './data-lake-store';
import { databricks } from './databricks';
import { defender } from './defender';
import { diagnostics } from './diagnostics';
import { entraApplication } from './entra-application';
import { entraDirectory } from './entra-directory';
import { eventGrid } from './event-grid';
import { eventHubs } from './event-hubs';
import { federatedCredential } from './federated-credential';
import { frontDoor } from './front-door';
import { governance } from './governance';
import { hdinsight } from './hdinsight';
import { iotHub } from './iot-hub';
import { keyVault } from './key-vault';
import { kubernetesCluster } from './kubernetes-cluster';
import { kusto } from './kusto';
import { loadBalancer } from './load-balancer';
import { logAnalytics } from './log-analytics';
import { logicApp } from './logic-app';
import { machineExtension } from './machine-extension';
import { machineImage } from './machine-image';
import { machineLearning } from './machine-learning';
import { maintenance } from './maintenance';
import { managedDisk } from './managed-disk';
import { mongoCluster } from './mongo-cluster';
import { monitor } from './monitor';
import { netapp } from './netapp';
import { networkFirewall } from './network-firewall';
import { networkInterface } from './network-interface';
import { networkSecurityGroup } from './network-security-group';
import { openSourceDatabase } from './open-source-database';
import { platformApps } from './platform-apps';
import { redis } from './redis';
import { roleAssignment } from './role-assignment';
import { aiSearch } from './search';
import { serviceBus } from './service-bus';
import { serviceFabric } from './service-fabric';
import { signalr } from './signalr';
import { springCloud } from './spring-cloud';
import { staticWebApp } from './static-web-app';
import { storage } from './storage';
import { streamAnalytics } from './stream-analytics';
import { synapse } from './synapse';
import { virtualMachine } from './virtual-machine';
import { virtualNetwork } from './virtual-network';
import { vpnGateway } from './vpn-gateway';
import { webFirewall } from './web-firewall';
import { wiring } from './wiring';
import type { Service } from '../service';

/** Every service of Azure and Entra, sorted by name. */
export const azure: readonly Service[] = [
  actionGroup,
  aiSearch,
  aiServices,
  apiManagement,
  appConfiguration,
  appService,
  appServicePlan,
  applicationGateway,
  applicationInsights,
  automation,
  azureBackup,
  azureSql,
  bastion,
  batch,
  cdn,
  computeWiring,
  conditionalAccess,
  containerApp,
  containerGroup,
  containerRegistry,
  cosmosdb,
  dataFactory,
  dataLakeStore,
  databricks,
  defender,
  diagnostics,
  entraApplication,
  entraDirectory,
  eventGrid,
  eventHubs,
  federatedCredential,
  frontDoor,
  governance,
  hdinsight,
  iotHub,
  keyVault,
  kubernetesCluster,
  kusto,
  loadBalancer,
  logAnalytics,
  logicApp,
  machineExtension,
  machineImage,
  machineLearning,
  maintenance,
  managedDisk,
  mongoCluster,
  monitor,
  netapp,
  networkFirewall,
  networkInterface,
  networkSecurityGroup,
  openSourceDatabase,
  platformApps,
  redis,
  roleAssignment,
  serviceBus,
  serviceFabric,
  signalr,
  springCloud,
  staticWebApp,
  storage,
  streamAnalytics,
  synapse,
  virtualMachine,
  virtualNetwork,
  vpnGateway,
  webFirewall,
  wiring,
];
