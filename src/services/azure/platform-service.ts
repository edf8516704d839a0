import type {
  DataInTransit,
  EncryptionState,
  LocalAuth,
  MachineRole,
  StorageAtRest,
  TlsVersion,
} from '../../model/fact';
import type { Companions } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { chain, known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import { eitherWay } from '../aws/key-custody';

/* What most platform services of Azure have in common, in whatever words each of them says it. */

/** Who a fact is about. */
export interface About {
  readonly noun: string;
  readonly subject: Resource;
}

/** A property by its dotted path. */
export const at = (resource: Resource, path: string): Property => resource.properties.get(...path.split('.'));

/** A switch by the spellings it had over the years: the first that is written counts, else what the platform does. */
export const switched = (
  resource: Resource,
  paths: readonly string[],
  initial: boolean,
  because: string,
): Settled<boolean> =>
  paths.reduceRight<Settled<boolean>>(
    (rest, path) => orElse(at(resource, path).flag(), () => rest),
    known(initial, at(resource, paths[0] ?? '').at, because),
  );

/** A companion is there; one that may belong to something else may be. */
export const companionThere = ({ certain, possible }: Companions, note: string): readonly Truth[] => [
  ...certain.map(({ id }) => truth(true, { id, path: [] }, note)),
  ...possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `${note}: ${why}`)),
];

/**
 * What a companion says, as the resource's own: false where there is none, open where one may belong to something else.
 */
export const companionSays = (
  { certain, possible }: Companions,
  says: (companion: Resource) => Truth,
  none: Truth,
): Truth =>
  any(
    none,
    ...certain.map(says),
    ...possible.map(({ resource, why }) =>
      all(truth(undefined, { id: resource.id, path: [] }, `may belong to it: ${why}`), says(resource)),
    ),
  );

/** Where a customer's key may be named, and whether there is a second layer of encryption. */
interface Keys {
  readonly keys?: readonly Property[];
  /** Resources that name the key in the service's stead, and the properties they name it by; any says so where none are. */
  readonly companions?: Companions;
  readonly companionKeys?: readonly string[];
  readonly twice?: Settled<boolean>;
}

/**
 * Azure encrypts everything it stores; the key is Microsoft's unless another is named.
 *
 * @see https://learn.microsoft.com/azure/security/fundamentals/encryption-atrest
 */
export function storedFact(about: About, keys: Keys = {}): StorageAtRest {
  const { at: place } = keys.keys?.[0] ?? about.subject.properties;
  const own = keyNamed(about.subject, keys);
  const { companions, twice } = keys;
  return {
    kind: 'storage-at-rest',
    encryption: chain(eitherWay(own), (named): Settled<EncryptionState> =>
      named
        ? known('customer-key', own.at)
        : known('provider-key', place, 'Azure encrypts with a key of its own unless another is named'),
    ),
    ...about,
    ...(twice && { twice }),
    ...(companions && companions.certain.length > 0 && { related: companions.certain }),
  };
}

/** Whether a customer's key is named for it. */
export function keyNamed(
  subject: Resource,
  { keys = [], companions = { certain: [], possible: [] }, companionKeys }: Keys,
): Settled<boolean> {
  const { at: place } = keys[0] ?? subject.properties;
  const says = (companion: Resource): Truth =>
    companionKeys
      ? any(...companionKeys.map((key) => isNamed(at(companion, key))))
      : truth(true, companion.properties.at, 'key');
  return settledTruth(
    any(companionSays(companions, says, truth(false, place, 'no key is named')), ...keys.map(isNamed)),
    place,
  );
}

const isNamed = (key: Property): Truth => is(key.present(), (set) => set, 'key');

/** Microsoft Entra identities are let in; whether keys and passwords of the service are as well is a switch of its own. */
export const localAuthFact = (about: About, refused: Settled<boolean>): LocalAuth => ({
  kind: 'local-auth',
  cloudIdentity: known(true, refused.at, 'Microsoft Entra identities are always let in'),
  refused,
  ...about,
});

/** `1.2` of `TLS1_2`, `1.2`, `TLSv1.2`, `Tls12` or `TLSEnforcementDisabled`. */
export const tlsVersion = (text: Settled<string>): Settled<TlsVersion> =>
  chain(text, (word): Settled<TlsVersion> => {
    const minor = /^(?:tls)?v?_?1[._]?([0-3])$/i.exec(word.trim())?.[1];
    if (minor !== undefined) return known(`1.${minor}` as TlsVersion, text.at, text.state === 'known' ? text.because : undefined); // prettier-ignore
    if (/^tls(v1)?$/i.test(word) || /disabled$/i.test(word)) return known('1.0', text.at, 'every version is accepted');
    return unknown(`"${word}" is no version of TLS that is known`, text.at);
  });

/** The oldest version of TLS, by a property with a default. */
export const tlsFact = (about: About, version: Property, initial: string): DataInTransit => ({
  kind: 'data-in-transit',
  oldestTls: tlsVersion(otherwise(version.text(), initial, `TLS ${initial} unless told otherwise`)),
  ...about,
});

/** Whether it has a managed identity, and needs no keys of its own to reach other services. */
export function identityFact(about: About): MachineRole {
  const type = at(about.subject, 'identity.type');
  return {
    kind: 'machine-role',
    given: map(otherwise(type.text(), '', 'it has no identity unless it is given one'), (kinds) =>
      /assigned/i.test(kinds),
    ),
    ...about,
  };
}
