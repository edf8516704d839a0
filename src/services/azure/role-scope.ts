import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { known, unknown, type Settled } from '../../model/value';

/** What holds everything: subscriptions, and groups of them. */
const wideTypes: readonly string[] = ['azurerm_subscription', 'azurerm_management_group'];

/** What shows the ids of others: which of them a scope is, nobody can tell by it. */
const speaksOfOthers: readonly string[] = ['azurerm_client_config', 'azurerm_role_definition', 'azurerm_subscriptions'];

/**
 * Whether a scope is a subscription, a management group or the tenant, rather than a resource group or a resource.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/scope-overview
 */
export function isWideScope(scope: Property, graph: ResourceGraph): Settled<boolean> {
  const text = scope.text();
  if (text.state === 'absent') return unknown('no scope is written', scope.at);
  if (text.state === 'known') return ofPath(text.value, scope);
  const parts = scope.parts();
  const pieces = parts.state === 'known' ? parts.value : [];
  // A hole after "/subscriptions/" is the id of one; what stands behind it says the rest.
  const path = pieces.map((piece) => (typeof piece === 'string' ? piece : 'x')).join('');
  if (path.startsWith('/')) return ofPath(path, scope);
  const [reference, ...others] = scope.references();
  const type = reference && others.length === 0 ? graph.byIdentity(reference.id)?.type : undefined;
  if (type === undefined || speaksOfOthers.includes(type)) return unknown(text.why, scope.at);
  if (pieces.length > 1 && path !== 'x') return ofSuffix(path, wideTypes.includes(type), scope);
  return wideTypes.includes(type)
    ? known(true, scope.at)
    : type.startsWith('azurerm_')
      ? known(false, scope.at)
      : unknown(text.why, scope.at);
}

function ofPath(path: string, scope: Property): Settled<boolean> {
  if (/^\/?$/.test(path)) return known(true, scope.at);
  if (/^\/subscriptions\/[^/]+\/?$/i.test(path)) return known(true, scope.at);
  if (/^\/providers\/microsoft\.management\/managementgroups\/[^/]+\/?$/i.test(path)) return known(true, scope.at);
  return /^\/(subscriptions|providers)\/./i.test(path)
    ? known(false, scope.at)
    : unknown('the scope is not one of those that are known', scope.at);
}

/** `x/resourceGroups/front`: what follows an id is inside of it. */
const ofSuffix = (path: string, wide: boolean, scope: Property): Settled<boolean> =>
  known(wide && !/^x\/./.test(path), scope.at);
