import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { all, any, is, not, settledTruth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Place, type Settled } from '../../model/value';
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
    if (keys.includes(resource.type) || followingKeys.includes(resource.type)) {
      yield keyFact(resource, graph);
      yield lockoutFact(resource, graph);
    }
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
function keyFact(key: Resource, graph: ResourceGraph): Fact {
  const rotated = keys.includes(key.type) ? rotation(key) : undefined;
  const replicated = graph.follow(property(key, 'PrimaryKeyArn', 'primary_key_arn'), keys);
  return {
    kind: 'key',
    noun,
    subject: key,
    ...(rotated && { rotated, rotationDays: rotationDays(key, rotated) }),
    enabled: otherwise(
      property(key, 'Enabled', key.type === 'aws_kms_key' ? 'is_enabled' : 'enabled').flag(),
      true,
      'enabled unless told otherwise',
    ),
    multiRegion: multiRegion(key),
    ...(replicated.state === 'linked' && { related: [replicated.resource] }),
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

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html (365 days by default) */
const rotationDays = (key: Resource, rotated: Settled<boolean>): Settled<number> =>
  chain(rotated, (on): Settled<number> =>
    on
      ? otherwise(
          property(key, 'RotationPeriodInDays', 'rotation_period_in_days').number(),
          365,
          'a year unless told otherwise',
        )
      : known(Infinity, rotated.at, 'it never rotates'),
  );

/** A replica is one of several copies. */
function multiRegion(key: Resource): Settled<boolean> {
  const primary = property(key, 'PrimaryKeyArn', 'primary_key_arn');
  return /replica/i.test(key.type)
    ? known(true, primary.at, 'a replica')
    : otherwise(property(key, 'MultiRegion', 'multi_region').flag(), false, 'in one region unless told otherwise');
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html (BypassPolicyLockoutSafetyCheck) */
function lockoutFact(key: Resource, graph: ResourceGraph): Fact {
  const companions = graph.companions(key, ['aws_kms_key_policy'], 'key_id').certain;
  const bypassed = [key, ...companions].map((place) =>
    is(
      otherwise(
        property(place, 'BypassPolicyLockoutSafetyCheck', 'bypass_policy_lockout_safety_check').flag(),
        false,
        'KMS checks unless told otherwise',
      ),
      (off) => off,
      'check against locking oneself out left out',
    ),
  );
  return {
    kind: 'policy-lockout',
    noun,
    subject: key,
    checked: settledTruth(not(any(...bypassed)), { id: key.id, path: [] }),
    related: companions,
  };
}
