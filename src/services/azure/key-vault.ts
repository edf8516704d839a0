import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { known, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Context, Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { itemFacts, itemTypes, retentionDays } from './key-vault-items';
import { storeFirewallFact, placementFact, publicNetwork } from './platform-network';
import { at, switched, type About } from './platform-service';

const vaults = ['azurerm_key_vault'];
const policies = ['azurerm_key_vault_access_policy'];
const modules = ['azurerm_key_vault_managed_hardware_security_module'];

/**
 * Vaults, and modules of one's own (managed HSM), with what is kept in them.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault
 */
export const keyVault: Service = {
  name: 'key-vault',
  types: {
    terraform: [
      ...vaults,
      ...policies,
      ...modules,
      ...itemTypes,
      // Whom an authority is told of, and which authority issues: a certificate says itself how it is renewed.
      'azurerm_key_vault_certificate_contacts',
      'azurerm_key_vault_certificate_issuer',
      // Its own roles are documents; the assignments say who has them.
      'azurerm_key_vault_managed_hardware_security_module_role_definition',
    ],
  },
  *facts(resource, graph, context) {
    if (vaults.includes(resource.type)) yield* vaultFacts(resource, graph, context);
    if (modules.includes(resource.type)) yield* moduleFacts(resource, graph);
    if (policies.includes(resource.type)) yield* lonelyPolicyFacts(resource, graph);
    yield* itemFacts(resource, graph, context);
  },
};

function* vaultFacts(vault: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'key vault', subject: vault };
  yield* guardFacts(about, graph);
  yield { kind: 'inner-access', fineGrained: byRoles(vault, context), ...about };
  const { certain } = graph.companions(vault, policies, 'key_vault_id', vaults);
  const inline = itemsOf(vault.properties.get('access_policy')).map((policy) => administration(about, policy));
  yield* inline;
  yield* certain.map((policy) => ({ ...administration(about, policy.properties), related: [policy] }));
}

function* moduleFacts(module: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield* guardFacts({ noun: 'managed HSM', subject: module }, graph);
}

/** What vaults and modules have in common: who reaches them, and what becomes of what is deleted. */
function* guardFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  yield storeFirewallFact(about, publicNetwork(subject, ['public_network_access_enabled']), {
    defaultAction: [at(subject, 'network_acls.default_action')],
    addresses: [at(subject, 'network_acls.ip_rules')],
  });
  yield placementFact(about, graph);
  yield* recoveryFacts(about);
  yield diagnosticLogFact(about, graph, ['auditevent']);
}

/**
 * What is deleted stays for 90 days unless fewer are named, and can be purged earlier unless that is refused. Nobody can
 * switch soft delete off since 2020-12; older versions of the provider could.
 *
 * @see https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
 */
function* recoveryFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  yield {
    kind: 'deletion-protection',
    on: switched(subject, ['purge_protection_enabled'], false, 'what is deleted can be purged unless told otherwise'),
    ...about,
  };
  const soft = switched(subject, ['soft_delete_enabled'], true, 'soft delete is always on');
  yield {
    kind: 'versioning',
    on: settledTruth(
      all(
        is(soft, (on) => on, 'soft delete'),
        is(retentionDays(subject), (days) => days > 0, 'days that deleted items stay'),
      ),
      soft.at,
    ),
    ...about,
  };
}

/**
 * Roles are given on single secrets; access policies are for the whole vault. Version 4 of the provider takes policies
 * where nothing is said, and what later ones do is for them to say.
 *
 * @see https://learn.microsoft.com/azure/key-vault/general/rbac-access-policy
 */
function byRoles(vault: Resource, context: Context): Settled<boolean> {
  const [property, older] = ['rbac_authorization_enabled', 'enable_rbac_authorization'].map((path) => at(vault, path));
  const written = property?.flag();
  if (written && written.state !== 'absent') return otherwise(written, false, '');
  const flag = older?.flag();
  if (flag && flag.state !== 'absent') return otherwise(flag, false, '');
  const version = context.providerVersion('azurerm');
  return version !== undefined && version < 5
    ? known(false, at(vault, 'rbac_authorization_enabled').at, 'access policies unless told otherwise')
    : unknown('whether roles or access policies decide is not written', at(vault, 'rbac_authorization_enabled').at);
}

const permissionLists = ['key_permissions', 'secret_permissions', 'certificate_permissions'];

/** An access policy with every permission on keys, secrets and certificates, purging included. */
function administration(about: About, policy: Property): Fact {
  return {
    kind: 'administration',
    unlimited: settledTruth(all(...permissionLists.map((list) => mayPurge(policy.get(list)))), policy.at),
    ...about,
  };
}

const mayPurge = (list: Property): Truth => {
  const permissions = otherwise(list.texts(), [], 'no permission');
  return any(
    truth(false, list.at, 'no permission to purge'),
    ...(permissions.state === 'known'
      ? permissions.value.map((one) => is(one, (text) => ['purge', 'all'].includes(text.toLowerCase()), 'permission'))
      : [truth(undefined, permissions.at, permissions.why)]),
  );
};

/** An access policy of a vault elsewhere answers for itself. */
function* lonelyPolicyFacts(policy: Resource, graph: ResourceGraph): Iterable<Fact> {
  const vault = graph.follow(policy.properties.get('key_vault_id'), vaults);
  if (vault.state === 'linked' && vault.resource.mode === 'managed') return;
  yield administration({ noun: 'access policy of a key vault', subject: policy }, policy.properties);
}
