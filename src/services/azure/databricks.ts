import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { is, settledTruth } from '../../model/truth';
import { known, orElse, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { platformFacts, type PlatformShape } from './platform-facts';
import { at } from './platform-service';

/** @see https://learn.microsoft.com/azure/databricks/security/network/front-end/front-end-private-connect */
const databricksWorkspace: PlatformShape = {
  noun: 'Databricks workspace',
  keys: ['managed_services_cmk_key_vault_key_id', 'managed_disk_cmk_key_vault_key_id'],
  keyBeside: {
    types: ['azurerm_databricks_workspace_customer_managed_key', 'azurerm_databricks_workspace_root_dbfs_customer_managed_key'],
    owner: 'workspace_id',
    keys: ['key_vault_key_id'],
  },
  twice: ['infrastructure_encryption_enabled'],
  door: ['public_network_access_enabled'],
  network: ['custom_parameters.virtual_network_id'],
}; // prettier-ignore

export const databricks: Service = {
  name: 'databricks',
  types: {
    terraform: [
      'azurerm_databricks_access_connector',
      'azurerm_databricks_virtual_network_peering',
      'azurerm_databricks_workspace',
      'azurerm_databricks_workspace_customer_managed_key',
      'azurerm_databricks_workspace_root_dbfs_customer_managed_key',
    ],
  },
  facts: (resource, graph, context) =>
    resource.type === 'azurerm_databricks_workspace' ? workspaceFacts(resource, graph, context) : [],
};

function* workspaceFacts(workspace: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: databricksWorkspace.noun, subject: workspace };
  yield* platformFacts(databricksWorkspace, workspace, graph);
  const refused = orElse(at(workspace, 'custom_parameters.no_public_ip').flag(), () =>
    addressRefused(workspace, context),
  );
  yield {
    kind: 'public-endpoint',
    role: 'compute',
    public: settledTruth(
      is(refused, (on) => !on, 'public addresses of clusters'),
      refused.at,
    ),
    ...about,
  };
  const upkeep = at(workspace, 'enhanced_security_compliance.automatic_cluster_update_enabled');
  const automatic = upkeep.flag();
  if (automatic.state !== 'absent') yield { kind: 'patching', of: 'guest-os', automatic, ...about };
}

/**
 * Clusters have no public addresses since version 4 of the provider, unless told otherwise, and had them before.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/4.0-upgrade-guide (azurerm_databricks_workspace)
 */
function addressRefused(workspace: Resource, context: Context): Settled<boolean> {
  const { at: place } = at(workspace, 'custom_parameters.no_public_ip');
  const version = context.providerVersion('azurerm');
  if (version === undefined)
    return unknown('whether clusters have public addresses depends on the version of the provider', place);
  return version >= 4
    ? known(true, place, 'no public addresses unless told otherwise')
    : known(false, place, 'public addresses unless told otherwise');
}
