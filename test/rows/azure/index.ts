import type { ServiceRows } from '../../support/row';
import { actionGroupRows } from './action-group';
import { dataFactoryRows, databricksRows, kustoRows, streamAnalyticsRows } from './analytics';
import { apiManagementRows } from './api-management';
import { appServiceRows } from './app-service';
import { appServicePlanRows } from './app-service-plan';
import { applicationGatewayRows } from './application-gateway';
import { applicationInsightsRows } from './application-insights';
import { aiSearchRows, aiServicesRows, machineLearningRows } from './artificial-intelligence';
import { automationRows } from './automation';
import { azureGovernanceRows } from './azure-governance';
import { azureMonitorRows } from './azure-monitor';
import { azureSqlRows } from './azure-sql';
import { bastionRows } from './bastion';
import { batchRows } from './batch';
import { cdnRows } from './cdn';
import { computeWiringRows } from './compute-wiring';
import { conditionalAccessRows } from './conditional-access';
import { containerAppRows } from './container-app';
import { containerGroupRows } from './container-group';
import { containerRegistryRows } from './container-registry';
import { cosmosdbRows } from './cosmosdb';
import { appConfigurationRows, azureBackupRows, dataLakeStoreRows, managedDiskRows, netappRows } from './data-upkeep';
import { defenderRows } from './defender';
import { diagnosticsRows } from './diagnostics';
import { entraApplicationRows } from './entra-application';
import { entraDirectoryRows } from './entra-directory';
import { federatedCredentialRows } from './federated-credential';
import { frontDoorRows } from './front-door';
import { hdinsightRows } from './hdinsight';
import { keyVaultRows } from './key-vault';
import { kubernetesClusterRows } from './kubernetes-cluster';
import { loadBalancerRows } from './load-balancer';
import { logAnalyticsRows } from './log-analytics';
import { logicAppRows } from './logic-app';
import { machineExtensionRows } from './machine-extension';
import { machineImageRows } from './machine-image';
import { maintenanceRows } from './maintenance';
import { eventGridRows, eventHubsRows, iotHubRows, serviceBusRows, signalrRows } from './messaging';
import { mongoClusterRows } from './mongo-cluster';
import { networkFirewallRows } from './network-firewall';
import { networkInterfaceRows } from './network-interface';
import { networkSecurityGroupRows } from './network-security-group';
import { openSourceDatabaseRows } from './open-source-database';
import { platformAppsRows } from './platform-apps';
import { redisRows } from './redis';
import { roleAssignmentRows } from './role-assignment';
import { serviceFabricRows } from './service-fabric';
import { springCloudRows } from './spring-cloud';
import { staticWebAppRows } from './static-web-app';
import { storageRows } from './storage';
import { synapseRows } from './synapse';
import { virtualMachineRows } from './virtual-machine';
import { virtualNetworkRows } from './virtual-network';
import { vpnGatewayRows } from './vpn-gateway';
import { webFirewallRows } from './web-firewall';
import { wiringRows } from './wiring';

export const azureRows: readonly ServiceRows[] = [
  actionGroupRows,
  aiSearchRows,
  aiServicesRows,
  apiManagementRows,
  appConfigurationRows,
  appServicePlanRows,
  appServiceRows,
  applicationGatewayRows,
  applicationInsightsRows,
  automationRows,
  azureBackupRows,
  azureGovernanceRows,
  azureMonitorRows,
  azureSqlRows,
  bastionRows,
  batchRows,
  cdnRows,
  computeWiringRows,
  conditionalAccessRows,
  containerAppRows,
  containerGroupRows,
  containerRegistryRows,
  cosmosdbRows,
  dataFactoryRows,
  dataLakeStoreRows,
  databricksRows,
  defenderRows,
  diagnosticsRows,
  entraApplicationRows,
  entraDirectoryRows,
  eventGridRows,
  eventHubsRows,
  federatedCredentialRows,
  frontDoorRows,
  hdinsightRows,
  iotHubRows,
  keyVaultRows,
  kubernetesClusterRows,
  kustoRows,
  loadBalancerRows,
  logAnalyticsRows,
  logicAppRows,
  machineExtensionRows,
  machineImageRows,
  machineLearningRows,
  maintenanceRows,
  managedDiskRows,
  netappRows,
  mongoClusterRows,
  networkFirewallRows,
  networkInterfaceRows,
  networkSecurityGroupRows,
  openSourceDatabaseRows,
  platformAppsRows,
  redisRows,
  roleAssignmentRows,
  serviceBusRows,
  serviceFabricRows,
  signalrRows,
  springCloudRows,
  staticWebAppRows,
  storageRows,
  streamAnalyticsRows,
  synapseRows,
  virtualMachineRows,
  virtualNetworkRows,
  vpnGatewayRows,
  webFirewallRows,
  wiringRows,
];
