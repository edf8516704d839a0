import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth, type Truth } from '../../model/truth';
import { known, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { publicNetwork } from './platform-network';
import { at, storedFact, switched, type About } from './platform-service';

const encryptionSets = ['azurerm_disk_encryption_set'];

const nouns: Readonly<Record<string, string>> = {
  azurerm_managed_disk: 'managed disk',
  azurerm_snapshot: 'disk snapshot',
};

export const managedDisk: Service = {
  name: 'managed-disk',
  types: {
    terraform: [
      'azurerm_disk_access',
      ...encryptionSets,
      'azurerm_disk_pool',
      'azurerm_disk_sas_token',
      'azurerm_managed_disk',
      'azurerm_managed_disk_sas_token',
      'azurerm_snapshot',
    ],
  },
  facts(resource, graph) {
    const noun = Object.hasOwn(nouns, resource.type) ? nouns[resource.type] : undefined;
    if (noun !== undefined) return diskFacts(resource, noun, graph);
    return encryptionSets.includes(resource.type) ? encryptionSetFacts(resource) : [];
  },
};

/**
 * Azure encrypts disks in any case; the machine may encrypt them again, and a set of keys of one's own may.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview
 */
function* diskFacts(disk: Resource, noun: string, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject: disk };
  const keys = ['disk_encryption_set_id', 'secure_vm_disk_encryption_set_id'].map((key) => at(disk, key));
  yield storedFact(about, { keys, twice: encryptedTwice(disk, graph) });
  yield exportFact(about);
}

function encryptedTwice(disk: Resource, graph: ResourceGraph): Settled<boolean> {
  const settings = at(disk, 'encryption_settings');
  const on = otherwise(settings.get('enabled').flag(), true, 'on where the block is written');
  const link = graph.follow(at(disk, 'disk_encryption_set_id'), encryptionSets);
  return settledTruth(
    any(
      all(
        is(settings.present(), (set) => set, 'encryption by the machine'),
        is(on, (enabled) => enabled, 'encryption by the machine'),
      ),
      link.state === 'linked'
        ? is(doubled(link.resource), (twice) => twice, 'two keys')
        : truth(link.state === 'absent' ? false : undefined, at(disk, 'disk_encryption_set_id').at, 'set of keys'),
    ),
    settings.at,
  );
}

const doubled = (set: Resource): Settled<boolean> => {
  const type = otherwise(at(set, 'encryption_type').text(), 'EncryptionAtRestWithCustomerKey', 'one key unless told otherwise'); // prettier-ignore
  return type.state === 'known'
    ? known(/platformandcustomer/i.test(type.value), type.at, type.because)
    : unknown(type.why, type.at);
};

/**
 * A disk can be exported to whoever holds a link, over the public network, unless its policy refuses it.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/disks-restrict-import-export-overview
 */
function exportFact(about: About): Fact {
  const { subject } = about;
  const policy = otherwise(
    at(subject, 'network_access_policy').text(),
    'AllowAll',
    'from everywhere unless told otherwise',
  );
  const open = publicNetwork(subject, ['public_network_access_enabled']);
  return {
    kind: 'public-endpoint',
    role: 'front',
    public: settledTruth(
      all(
        is(open, (on) => on, 'export over the public network'),
        is(policy, (word) => /^allowall$/i.test(word), 'export from everywhere'),
        not(privately(subject)),
      ),
      policy.at,
    ),
    ...about,
  };
}

/** A resource for access by private endpoints has an effect only under its policy. */
const privately = (disk: Resource): Truth => {
  const set = at(disk, 'disk_access_id').present();
  return all(
    is(set, (named) => named, 'private access'),
    is(otherwise(at(disk, 'network_access_policy').text(), '', 'no policy'), (word) => /^allowprivate$/i.test(word), 'policy'), // prettier-ignore
  );
};

/**
 * New versions of the key are taken up only when told to.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/disk-encryption#automatic-key-rotation-of-customer-managed-keys
 */
function* encryptionSetFacts(set: Resource): Iterable<Fact> {
  const about = { noun: 'disk encryption set', subject: set };
  const keys = ['key_vault_key_id', 'managed_hsm_key_id'].map((key) => at(set, key));
  yield storedFact(about, { keys, twice: doubled(set) });
  yield {
    kind: 'key',
    rotated: switched(set, ['auto_key_rotation_enabled'], false, 'new versions are taken up when told to'),
    ...about,
  };
}
