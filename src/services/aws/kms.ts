import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { all, is, not, settledTruth } from '../../model/truth';
import { otherwise, unknown, type Place, type Settled } from '../../model/value';
import type { Service } from '../service';
import { policyFacts, type PolicyPlaces } from './resource-policy';
import { secretFacts } from './secret-facts';

const keys = ['AWS::KMS::Key', 'aws_kms_key'];

/** Keys that take their material from elsewhere: from a primary key, or from what people import. */
const followingKeys = [
  'AWS::KMS::ReplicaKey',
  'aws_kms_external_key',
  'aws_kms_replica_external_key',
  'aws_kms_replica_key',
];
const noun = 'KMS key';

const places: PolicyPlaces = {
  noun,
  inline: ['KeyPolicy', 'policy'],
  companions: [{ types: ['aws_kms_key_policy'], target: [null, 'key_id'], document: [null, 'policy'] }],
};

export const kms: Service = {
  name: 'kms',
  types: {
    cloudformation: [
      // A name for a key; the key has the facts.
      'AWS::KMS::Alias',
      'AWS::KMS::Key',
      'AWS::KMS::ReplicaKey',
    ],
    terraform: [
      'aws_kms_alias',
      'aws_kms_ciphertext',
      'aws_kms_custom_key_store',
      'aws_kms_external_key',
      // Lets one principal, which it must name, use a key.
      'aws_kms_grant',
      'aws_kms_key',
      'aws_kms_key_policy',
      'aws_kms_replica_external_key',
      'aws_kms_replica_key',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    if (keys.includes(resource.type) || followingKeys.includes(resource.type)) yield keyFact(resource);
    yield* secretsOf(resource);
    yield* policyFacts(resource, [...keys, ...followingKeys], graph, places);
  },
};

function secretsOf(resource: Resource): Iterable<Fact> {
  const { type, properties } = resource;
  if (type === 'aws_kms_ciphertext')
    return secretFacts(resource, 'KMS ciphertext', [['plain text', properties.get('plaintext')]]);
  if (type === 'aws_kms_custom_key_store')
    return secretFacts(resource, 'KMS custom key store', [
      ['password of the key store', properties.get('key_store_password')],
      ['secret access key', properties.get('xks_proxy_authentication_credential', 'raw_secret_access_key')],
    ]);
  return [];
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html (30 days by default) */
function keyFact(key: Resource): Fact {
  const rotated = keys.includes(key.type) ? rotation(key) : undefined;
  return {
    kind: 'key',
    noun,
    subject: key,
    ...(rotated && { rotated }),
    deletionWindow: otherwise(
      property(key, 'PendingWindowInDays', 'deletion_window_in_days').number(),
      30,
      '30 days unless told otherwise',
    ),
  };
}

/**
 * Whether a key rotates by itself; undefined where its kind cannot: only keys for symmetric encryption, with material
 * that KMS made, do.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
function rotation(key: Resource): Settled<boolean> | undefined {
  const at: Place = { id: key.id, path: [] };
  const spec = property(key, 'KeySpec', 'customer_master_key_spec').text();
  const usage = property(key, 'KeyUsage', 'key_usage').text();
  const origin = property(key, 'Origin', null).text();
  const store = property(key, null, 'custom_key_store_id').present();
  const able = all(
    is(otherwise(spec, 'SYMMETRIC_DEFAULT', 'symmetric unless told otherwise'), (name) => name === 'SYMMETRIC_DEFAULT', 'key spec'),
    is(otherwise(usage, 'ENCRYPT_DECRYPT', 'for encryption unless told otherwise'), (name) => name === 'ENCRYPT_DECRYPT', 'key usage'),
    is(otherwise(origin, 'AWS_KMS', 'made by KMS unless told otherwise'), (name) => name === 'AWS_KMS', 'origin of the key'),
    not(is(store, (own) => own, 'key store of its own')),
  ); // prettier-ignore
  if (able.holds === false) return undefined;
  const rotated = otherwise(
    property(key, 'EnableKeyRotation', 'enable_key_rotation').flag(),
    false,
    'keys rotate only when told to',
  );
  const open = settledTruth(able, at);
  // A key that may be of another kind need not rotate.
  return rotated.state === 'known' && !rotated.value && open.state === 'unknown' ? unknown(open.why, open.at) : rotated;
}
