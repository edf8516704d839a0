import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { at, identityFact, storedFact, type About } from './platform-service';
import { settingSecrets } from './setting-secrets';

/**
 * Container Instances: containers that run without a cluster.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_group
 */
export const containerGroup: Service = {
  name: 'container-group',
  types: { terraform: ['azurerm_container_group'] },
  facts: (group) => groupFacts(group),
};

function* groupFacts(group: Resource): Iterable<Fact> {
  const about = { noun: 'container group', subject: group };
  const address = otherwise(
    at(group, 'ip_address_type').text(),
    'Public',
    'the address is public unless told otherwise',
  );
  yield { kind: 'public-endpoint', role: 'compute', public: map(address, (type) => type === 'Public'), ...about };
  const networks = ['subnet_ids', 'network_profile_id'].map((path) =>
    is(at(group, path).present(), (set) => set, 'network'),
  );
  yield { kind: 'network-placement', chosen: settledTruth(any(...networks), group.properties.at), ...about };
  yield identityFact(about);
  yield storedFact(about, { keys: [at(group, 'key_vault_key_id')] });
  const log = at(group, 'diagnostics.log_analytics').present();
  yield { kind: 'audit-log', scope: 'execution', kept: log, ...about };
  for (const container of containersOf(group)) yield* containerFacts(about, container);
  yield* secretFacts(group, about.noun, [
    ...itemsOf(at(group, 'image_registry_credential')).map(
      (login) => ['password of the registry', login.get('password')] as const,
    ),
    ['key of the log workspace', at(group, 'diagnostics.log_analytics.workspace_key')],
  ]);
}

const containersOf = (group: Resource): readonly Property[] =>
  ['container', 'init_container'].flatMap((block) => itemsOf(at(group, block)));

/**
 * Variables are shown to everybody who may read the group, but for those that are declared secure; either stands in what is
 * deployed where its text is written.
 *
 * @see https://learn.microsoft.com/azure/container-instances/container-instances-environment-variables#secure-values
 */
function* containerFacts(about: About, container: Property): Iterable<Fact> {
  const privileged = container.get('security', 'privilege_enabled');
  yield {
    kind: 'privilege',
    elevated: otherwise(privileged.flag(), false, 'without the power of root unless told otherwise'),
    ...about,
  };
  yield* secretFacts(about.subject, about.noun, [
    ...settingSecrets(container.get('environment_variables')),
    ...entriesOf(container.get('secure_environment_variables')),
    ...itemsOf(container.get('volume')).map(
      (volume) => ['key of a mounted share', volume.get('storage_account_key')] as const,
    ),
  ]);
}

/** Everything in a map of secrets is one. */
function entriesOf(secrets: Property): readonly (readonly [name: string, secret: Property])[] {
  const entries = secrets.entries();
  return entries.state === 'known' ? entries.value.map(([name, value]) => [`variable ${name}`, value] as const) : [];
}
