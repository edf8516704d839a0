import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { diskEncryption } from './encryption';
import { aclFact } from './storage-access';

/** Lists of a bucket, of what is put into it, or of one object in it. */
const lists: Readonly<Record<string, 'whole' | 'entry'>> = {
  google_storage_bucket_access_control: 'entry',
  google_storage_bucket_acl: 'whole',
  google_storage_default_object_access_control: 'entry',
  google_storage_default_object_acl: 'whole',
  google_storage_object_access_control: 'entry',
  google_storage_object_acl: 'whole',
};

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket_acl
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket_object
 */
export const storageLists: Service = {
  name: 'cloud-storage-lists',
  types: {
    terraform: [...Object.keys(lists), 'google_storage_bucket_object', 'google_storage_hmac_key'],
  },
  facts: (resource, graph) => {
    if (resource.type === 'google_storage_bucket_object') return objectFacts(resource);
    if (resource.type === 'google_storage_hmac_key') return keyFacts(resource);
    return [listFact(resource, graph)];
  },
};

function listFact(list: Resource, graph: ResourceGraph): Fact {
  const { properties } = list;
  const link = graph.follow(properties.get('bucket'), ['google_storage_bucket']);
  const bucket = link.state === 'linked' && link.resource.mode === 'managed' ? link.resource : undefined;
  const about = bucket
    ? { subject: bucket, noun: 'Storage bucket', related: [list] }
    : { subject: list, noun: 'Access control list' };
  return aclFact(
    about,
    lists[list.type] === 'entry'
      ? { predefined: [], entity: properties.get('entity'), role: properties.get('role') }
      : {
          predefined: [properties.get('predefined_acl'), properties.get('default_acl')],
          entries: properties.get('role_entity'),
        },
    bucket,
  );
}

function* objectFacts(object: Resource): Iterable<Fact> {
  const { properties } = object;
  const about = { subject: object, noun: 'Storage object' };
  yield {
    kind: 'storage-at-rest',
    encryption: diskEncryption(properties.get('kms_key_name'), properties.get('customer_encryption')),
    ...about,
  };
  if (isSet(object, 'predefined_acl'))
    yield aclFact(about, { predefined: [properties.get('predefined_acl')] }, undefined);
  yield* secretFacts(object, 'Storage object', [
    ['encryption key', properties.get('customer_encryption', 'encryption_key')],
  ]);
}

const isSet = ({ properties }: Resource, key: string): boolean => {
  const present = properties.get(key).present();
  return present.state === 'unknown' || present.value;
};

/** @see https://cloud.google.com/storage/docs/authentication/hmackeys (they work until they are deleted) */
function* keyFacts(key: Resource): Iterable<Fact> {
  yield {
    subject: key,
    noun: 'HMAC key',
    kind: 'credential',
    longLived: worksUnlessInactive(key),
  };
}

const worksUnlessInactive = ({ properties }: Resource): Settled<boolean> =>
  map(otherwise(properties.get('state').text(), 'ACTIVE', 'active by default'), (state) => state !== 'INACTIVE');
