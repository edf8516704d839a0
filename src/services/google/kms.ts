import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { all, is, not, settledTruth } from '../../model/truth';
import { map, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { durationInDays } from './duration';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key (7.12, 2025-11)
 */
export const googleKms: Service = {
  name: 'cloud-kms',
  types: {
    terraform: [
      // Says where keys are made for services that ask for one, or names one of them.
      'google_kms_autokey_config',
      'google_kms_crypto_key',
      'google_kms_crypto_key_version',
      'google_kms_ekm_connection',
      'google_kms_folder_kaj_policy_config',
      'google_kms_key_handle',
      // Holds keys: who may use them is given on it, and judged with it.
      'google_kms_key_ring',
      'google_kms_key_ring_import_job',
      'google_kms_organization_kaj_policy_config',
      'google_kms_project_kaj_policy_config',
      'google_kms_secret_ciphertext',
    ],
  },
  facts: (resource) => {
    if (resource.type === 'google_kms_crypto_key') return [keyFact(resource)];
    if (resource.type === 'google_kms_secret_ciphertext')
      return secretFacts(resource, 'KMS ciphertext', [['plain text', resource.properties.get('plaintext')]]);
    return [];
  },
};

/** @see https://cloud.google.com/kms/docs/key-states (30 days between the order and the deletion, unless told otherwise) */
function keyFact(key: Resource): Fact {
  const rotated = rotation(key);
  return {
    subject: key,
    noun: 'KMS key',
    kind: 'key',
    ...(rotated && { rotated: map(rotated, (days) => days < Infinity), rotationDays: rotated }),
    deletionWindow: otherwise(
      durationInDays(key.properties.get('destroy_scheduled_duration').text()),
      30,
      '30 days unless told otherwise',
    ),
  };
}

/**
 * Days between rotations; undefined where the kind of key cannot rotate by itself: asymmetric, imported or kept elsewhere.
 *
 * @see https://cloud.google.com/kms/docs/key-rotation
 */
function rotation(key: Resource): Settled<number> | undefined {
  const { properties } = key;
  const period = properties.get('rotation_period');
  const purpose = otherwise(
    properties.get('purpose').text(),
    'ENCRYPT_DECRYPT',
    'for encryption unless told otherwise',
  );
  const imported = otherwise(properties.get('import_only').flag(), false, 'made by KMS unless told otherwise');
  const level = otherwise(properties.get('version_template', 'protection_level').text(), 'SOFTWARE', 'kept by KMS');
  const able = settledTruth(
    all(
      is(purpose, (name) => name === 'ENCRYPT_DECRYPT', 'purpose of the key'),
      not(is(imported, (on) => on, 'imported material')),
      not(is(level, (name) => name.startsWith('EXTERNAL'), 'material kept elsewhere')),
    ),
    period.at,
  );
  if (able.state === 'known' && !able.value) return undefined;
  const rotated = otherwise(durationInDays(period.text()), Infinity, 'it rotates only when told to');
  // A key that may be of another kind need not rotate.
  return rotated.state === 'known' && rotated.value === Infinity && able.state === 'unknown'
    ? unknown(able.why, able.at)
    : rotated;
}
