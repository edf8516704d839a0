import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, every, is, settledTruth, truth } from '../../model/truth';
import { known, map, otherwise, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { diagnosticLogFact } from './diagnostics';
import { endpointFact, placementFact, publicNetwork } from './platform-network';
import { at, identityFact, localAuthFact, storedFact, switched, type About } from './platform-service';

/**
 * Batch: accounts, and pools of machines that work off jobs.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/batch_account
 */
export const batch: Service = {
  name: 'azure-batch',
  types: {
    terraform: [
      'azurerm_batch_account',
      // Programs and jobs by name: what they run, pools say.
      'azurerm_batch_application',
      'azurerm_batch_certificate',
      'azurerm_batch_job',
      'azurerm_batch_pool',
    ],
  },
  *facts(resource, graph) {
    if (resource.type === 'azurerm_batch_account')
      yield* accountFacts({ noun: 'Batch account', subject: resource }, graph);
    if (resource.type === 'azurerm_batch_pool') yield* poolFacts({ noun: 'Batch pool', subject: resource });
    if (resource.type === 'azurerm_batch_certificate')
      yield* secretFacts(resource, 'Batch certificate', [['password of the certificate', at(resource, 'password')]]);
  },
};

function* accountFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  yield storedFact(about, { keys: [at(subject, 'encryption.key_vault_key_id')] });
  const open = publicNetwork(subject, ['public_network_access_enabled']);
  yield endpointFact(about, 'front', open, {
    defaultAction: [at(subject, 'network_profile.account_access.default_action')],
  });
  yield placementFact(about, graph);
  yield localAuthFact(about, keysRefused(subject));
  yield identityFact(about);
  yield diagnosticLogFact(about, graph);
}

/** Shared keys are accepted unless the ways to sign in are named without them. */
function keysRefused(account: Resource): Settled<boolean> {
  const modes = at(account, 'allowed_authentication_modes').texts();
  const named = otherwise(modes, [], 'every way to sign in is allowed unless some are named');
  if (named.state === 'known' && named.value.length === 0)
    return known(false, named.at, 'every way to sign in is allowed unless some are named');
  const keyless = every(
    named,
    (mode) => is(mode, (text) => text !== 'SharedKey', 'ways to sign in'),
    'ways to sign in',
  );
  return settledTruth(any(truth(false, named.at, 'ways to sign in'), keyless), named.at);
}

const mounts = [
  ['azure_blob_file_system', 'account_key'],
  ['azure_blob_file_system', 'sas_key'],
  ['azure_file_share', 'account_key'],
  ['cifs_mount', 'password'],
] as const;

function* poolFacts(about: About): Iterable<Fact> {
  const { subject, noun } = about;
  const addresses = otherwise(
    at(subject, 'network_configuration.public_address_provisioning_type').text(),
    'BatchManaged',
    'nodes get public addresses unless told otherwise',
  );
  yield {
    kind: 'public-endpoint',
    role: 'compute',
    public: map(addresses, (type) => type !== 'NoPublicIPAddresses'),
    ...about,
  };
  yield { kind: 'network-placement', chosen: at(subject, 'network_configuration.subnet_id').present(), ...about };
  const host = switched(subject, ['security_profile.host_encryption_enabled'], false, 'off unless told otherwise');
  yield { ...storedFact(about), twice: host };
  yield identityFact(about);
  yield* elevationFacts(about);
  const updates = at(subject, 'windows');
  const runsWindows = updates.present();
  if (runsWindows.state === 'unknown' || runsWindows.value)
    yield {
      kind: 'patching',
      of: 'guest-os',
      automatic: otherwise(updates.get('enable_automatic_updates').flag(), true, 'on unless told otherwise'),
      ...about,
    };
  yield* secretFacts(subject, noun, [
    ...itemsOf(at(subject, 'container_configuration.container_registries')).map(
      (registry) => ['password of the registry', registry.get('password')] as const,
    ),
    ...itemsOf(at(subject, 'user_accounts')).map((user) => ['password of a user', user.get('password')] as const),
    ...itemsOf(at(subject, 'mount')).flatMap((mount) =>
      mounts.map(([kind, key]) => ['key of a mounted share', mount.get(kind, key)] as const),
    ),
  ]);
}

/** What nodes run at their start may run as administrator. */
function* elevationFacts(about: About): Iterable<Fact> {
  const start = at(about.subject, 'start_task');
  const present = start.present();
  if (present.state === 'known' && !present.value) return;
  const level = otherwise(
    start.get('user_identity', 'auto_user', 'elevation_level').text(),
    'NonAdmin',
    'no administrator unless told otherwise',
  );
  yield { kind: 'privilege', elevated: map(level, (text) => text === 'Admin'), ...about };
}
