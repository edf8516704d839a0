import type { AclGrant } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import { isEveryone } from './principal';

/**
 * Whether a bucket refuses to be made public, whatever its policies and lists say.
 *
 * @see https://cloud.google.com/storage/docs/public-access-prevention
 */
export const publicAccessPrevented = ({ properties }: Resource): Settled<boolean> =>
  map(
    otherwise(
      properties.get('public_access_prevention').text(),
      'inherited',
      'only where a policy of the organization says so',
    ),
    (mode) => mode.toLowerCase() === 'enforced',
  );

/**
 * Whether access control lists have no effect on a bucket. `bucket_policy_only` is the name it had until version 4.
 *
 * @see https://cloud.google.com/storage/docs/uniform-bucket-level-access
 */
export const isUniform = ({ properties }: Resource): Settled<boolean> =>
  settledTruth(
    any(
      ...['uniform_bucket_level_access', 'bucket_policy_only'].map((key) =>
        is(
          otherwise(properties.get(key).flag(), false, 'lists count by default'),
          (on) => on,
          'uniform bucket-level access',
        ),
      ),
    ),
    properties.get('uniform_bucket_level_access').at,
  );

/** @see https://cloud.google.com/storage/docs/access-control/lists#predefined-acl */
const publicLists: ReadonlySet<string> = new Set(['publicread', 'publicreadwrite', 'authenticatedread']);

/** A list that grants something to everyone, on a bucket where lists count. */
export function aclFact(
  about: { readonly subject: Resource; readonly noun: string; readonly related?: readonly Resource[] },
  lists: {
    readonly predefined: readonly Property[];
    readonly entries?: Property;
    readonly entity?: Property;
    readonly role?: Property;
  },
  bucket: Resource | undefined,
): AclGrant {
  const at = (lists.predefined[0] ?? lists.entries ?? lists.entity ?? about.subject.properties).at;
  const counts: Truth[] = bucket
    ? [
        not(is(isUniform(bucket), (on) => on, 'uniform bucket-level access')),
        not(is(publicAccessPrevented(bucket), (on) => on, 'public access prevention')),
      ]
    : [];
  const granted = any(
    ...lists.predefined.map((list) => is(nameOf(list), (name) => publicLists.has(name), 'predefined list')),
    ...(lists.entries ? [someEntry(lists.entries, (entry) => isEveryone(entityOf(entry)))] : []),
    ...(lists.entity ? [is(nameOf(lists.entity), isEveryone, 'grants to everyone')] : []),
  );
  const writable = any(
    ...lists.predefined.map((list) => is(nameOf(list), (name) => name === 'publicreadwrite', 'predefined list')),
    ...(lists.entries
      ? [someEntry(lists.entries, (entry) => isEveryone(entityOf(entry)) && !/^reader:/i.test(entry))]
      : []),
    ...(lists.entity && lists.role
      ? [
          all(
            is(nameOf(lists.entity), isEveryone, 'grants to everyone'),
            is(nameOf(lists.role), (role) => role !== 'reader', 'role'),
          ),
        ]
      : []),
  );
  return {
    kind: 'acl-grant',
    public: settledTruth(all(granted, ...counts), at),
    writable: settledTruth(all(writable, ...counts), at),
    ...about,
  };
}

const nameOf = (property: Property): Settled<string> =>
  map(otherwise(property.text(), '', 'nothing is written'), (text) => text.toLowerCase());

/** `READER:allUsers` grants to everyone. */
const entityOf = (entry: string): string => entry.slice(entry.indexOf(':') + 1);

const someEntry = (entries: Property, test: (entry: string) => boolean): Truth =>
  some(
    otherwise(entries.texts(), [], 'no entry is written'),
    (entry) => is(entry, test, 'entry of the list'),
    'entries of the list',
  );
