import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { encryptionOf } from './encryption';
import { isUniform, publicAccessPrevented, aclFact } from './storage-access';

const noun = 'Storage bucket';

/**
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket (7.12, 2025-11)
 */
export const storageBucket: Service = {
  name: 'cloud-storage',
  types: { terraform: ['google_storage_bucket'] },
  facts: (bucket, graph) => bucketFacts(bucket, graph),
};

function* bucketFacts(bucket: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { subject: bucket, noun };
  const { properties } = bucket;
  const key = properties.get('encryption', 'default_kms_key_name');
  const prevention = properties.get('public_access_prevention');
  yield { kind: 'storage-at-rest', encryption: encryptionOf(key), requested: key.present(), ...about };
  yield {
    kind: 'public-access-block',
    complete: publicAccessPrevented(bucket),
    explicit: prevention.present(),
    ...about,
  };
  yield { kind: 'object-ownership', aclDisabled: isUniform(bucket), ...about };
  if (properties.get('predefined_acl').present().state !== 'known' || isWritten(bucket, 'predefined_acl'))
    yield aclFact(about, { predefined: [properties.get('predefined_acl')] }, bucket);
  yield* keptFacts(bucket);
  yield* webFacts(bucket);
  if (!takesLogs(bucket, graph))
    yield { kind: 'audit-log', scope: 'access', kept: properties.get('logging', 'log_bucket').present(), ...about };
}

const isWritten = ({ properties }: Resource, key: string): boolean => {
  const present = properties.get(key).present();
  return present.state === 'known' && present.value;
};

/** What is deleted or overwritten stays for a week unless told otherwise, or as another version. */
function* keptFacts(bucket: Resource): Iterable<Fact> {
  const about = { subject: bucket, noun };
  const { properties } = bucket;
  const at = properties.get('versioning', 'enabled').at;
  yield {
    kind: 'versioning',
    on: settledTruth(
      any(
        is(
          otherwise(properties.get('versioning', 'enabled').flag(), false, 'off by default'),
          (on) => on,
          'versioning',
        ),
        is(softDeleteSeconds(bucket), (seconds) => seconds > 0, 'soft deletion'),
      ),
      at,
    ),
    ...about,
  };
  yield {
    kind: 'immutability',
    locked: settledTruth(
      all(
        is(properties.get('retention_policy', 'retention_period').present(), (on) => on, 'retention policy'),
        is(
          otherwise(properties.get('retention_policy', 'is_locked').flag(), false, 'not locked by default'),
          (on) => on,
          'lock of the retention policy',
        ),
      ),
      properties.get('retention_policy').at,
    ),
    ...about,
  };
  yield { kind: 'lifecycle', managed: properties.get('lifecycle_rule').present(), ...about };
}

/** @see https://cloud.google.com/storage/docs/soft-delete (seven days by default, since 2024-03; 0 switches it off) */
const softDeleteSeconds = ({ properties }: Resource): Settled<number> =>
  otherwise(
    properties.get('soft_delete_policy', 'retention_duration_seconds').number(),
    604800,
    'seven days by default',
  );

function* webFacts(bucket: Resource): Iterable<Fact> {
  const about = { subject: bucket, noun };
  const { properties } = bucket;
  yield { kind: 'website', hosted: properties.get('website').present(), ...about };
  const cors = properties.get('cors');
  yield {
    kind: 'cross-origin',
    everywhere: settledTruth(
      some(
        otherwise(cors.list(), [], 'pages of other sites may not call it'),
        (rule) =>
          some(
            otherwise(rule.get('origin').texts(), [], 'no origin is named'),
            (origin) => is(origin, (text) => text === '*', 'origin'),
            'origins',
          ),
        'rules for other sites',
      ),
      cors.at,
    ),
    ...about,
  };
  yield* filterFacts(bucket);
}

/**
 * Anybody who is let in by name may come from anywhere, unless a filter says from where.
 *
 * @see https://cloud.google.com/storage/docs/ip-filtering-overview
 */
function* filterFacts(bucket: Resource): Iterable<Fact> {
  const filter = bucket.properties.get('ip_filter');
  const present = filter.present();
  if (present.state === 'known' && !present.value) return;
  const mode = map(otherwise(filter.get('mode').text(), 'Disabled', 'no filter'), (text) => text.toLowerCase());
  const ranges = otherwise(
    filter.get('public_network_source', 'allowed_ip_cidr_ranges').texts(),
    [],
    'no address of the internet may come in',
  );
  yield {
    subject: bucket,
    noun,
    kind: 'firewall-rules',
    filters: settledTruth(
      all(
        is(mode, (text) => text === 'enabled', 'filter of addresses'),
        not(some(ranges, (range) => is(range, (text) => text.endsWith('/0'), 'addresses let in'), 'addresses let in')),
      ),
      filter.at,
    ),
  };
}

/** A bucket that others write their logs to would record its own records. */
const takesLogs = (bucket: Resource, graph: ResourceGraph): boolean =>
  graph.companions(bucket, ['google_storage_bucket'], 'logging.log_bucket').certain.length > 0;
