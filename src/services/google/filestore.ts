import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { every, is, settledTruth, type Truth } from '../../model/truth';
import { known, otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionOf } from './encryption';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/filestore_instance (7.12, 2025-11)
 */
export const filestore: Service = {
  name: 'filestore',
  types: { terraform: ['google_filestore_backup', 'google_filestore_instance', 'google_filestore_snapshot'] },
  facts: (resource) => (resource.type === 'google_filestore_instance' ? instanceFacts(resource) : []),
};

function* instanceFacts(instance: Resource): Iterable<Fact> {
  const about = { subject: instance, noun: 'Filestore instance' };
  const { properties } = instance;
  const key = properties.get('kms_key_name');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield {
    kind: 'deletion-protection',
    on: otherwise(properties.get('deletion_protection_enabled').flag(), false, 'it may be deleted by default'),
    ...about,
  };
  yield {
    kind: 'network-placement',
    chosen: settledTruth(
      is(networkOf(properties), (name) => !/(^|\/)default$/.test(name), 'network'),
      properties.at,
    ),
    ...about,
  };
  yield exportFact(instance);
}

const networkOf = (properties: Property) =>
  otherwise(properties.get('networks', 'network').text(), 'default', 'the default network');

/**
 * Clients that are root stay root unless an export says otherwise. Which addresses may come is said of the network that it
 * stands in: nobody else reaches it.
 */
function exportFact(instance: Resource): Fact {
  const exported = instance.properties.get('file_shares', 'nfs_export_options');
  const options = otherwise(exported.list(), [], 'every client of the network is let in');
  const squashed = (option: Property): Truth =>
    is(
      otherwise(option.get('squash_mode').text(), 'NO_ROOT_SQUASH', 'root stays root by default'),
      (mode) => mode === 'ROOT_SQUASH',
      'root squash',
    );
  const none = options.state === 'known' && options.value.length === 0;
  return {
    subject: instance,
    noun: 'Filestore instance',
    kind: 'file-access',
    userEnforced: none
      ? known(false, exported.at, 'root stays root by default')
      : settledTruth(every(options, squashed, 'exports'), exported.at),
  };
}
