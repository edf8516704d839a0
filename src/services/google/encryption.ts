import type { EncryptionState } from '../../model/fact';
import type { Property } from '../../model/property';
import { absent, chain, known, otherwise, type Settled } from '../../model/value';
import { eitherWay } from '../aws/key-custody';

const because = 'Google encrypts what it stores with keys of its own unless a key is named';

/**
 * Who keeps the key that encrypts what is stored. Only keys of Cloud KMS can be named, and those are the customer's.
 *
 * @param keys where a key may be named.
 * @see https://docs.cloud.google.com/docs/security/encryption/default-encryption
 * @see https://docs.cloud.google.com/kms/docs/cmek
 */
export function encryptionOf(first: Property, ...others: readonly Property[]): Settled<EncryptionState> {
  const own = otherwise<EncryptionState>(absent(first.at), 'provider-key', because);
  return [first, ...others].reduceRight(
    (without, key) => chain(eitherWay(key.present()), (present) => (present ? known('customer-key', key.at) : without)),
    own,
  );
}

/**
 * The same of a disk, which may also be given a key with each request.
 *
 * @see https://docs.cloud.google.com/compute/docs/disks/customer-supplied-encryption
 */
export const diskEncryption = (key: Property, ...supplied: readonly Property[]): Settled<EncryptionState> =>
  supplied.reduce(
    (without, raw) =>
      chain(eitherWay(raw.present()), (present) => (present ? known('customer-supplied', raw.at) : without)),
    encryptionOf(key),
  );
