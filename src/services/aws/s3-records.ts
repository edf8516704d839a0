import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { absent, known, map, otherwise, type Value } from '../../model/value';
import { crossOriginFacts } from './cross-origin';
import { itemsOf } from './items';
import { takesRecords } from './s3-log-destination';
import { bucketSetting, loneSetting, type BucketSetting } from './s3-settings';

/*
 * What is kept of a bucket: its versions, their guard, copies elsewhere, records of requests; and what is taken away, or
 * shown as web pages. Companions say the same as the bucket's own properties.
 */

const noun = 'S3 bucket';

/** A setting that is on where something is written. */
const whereWritten =
  (inBucket: readonly [string | null, string | null], inCompanion: readonly [type: string, path: string]) =>
  (resource: Resource): Value<boolean> => {
    const place =
      resource.type === inCompanion[0]
        ? resource.properties.get(...inCompanion[1].split('.'))
        : property(resource, ...inBucket);
    const present = place.present();
    return present.state === 'known' && !present.value ? absent(place.at) : present;
  };

/** Object Lock switches versioning on, for good. */
const versioning: BucketSetting<boolean> = {
  companions: ['aws_s3_bucket_versioning', 'aws_s3_bucket_object_lock_configuration'],
  initial: false,
  because: 'S3 keeps versions only when told to',
  read(resource) {
    if (resource.type === 'aws_s3_bucket_object_lock_configuration')
      return known(true, { id: resource.id, path: [] }, 'Object Lock keeps versions');
    if (resource.type === 'aws_s3_bucket_versioning')
      return map(
        resource.properties.get('versioning_configuration', 'status').text(),
        (status) => status === 'Enabled',
      );
    const status =
      resource.vocabulary === 'cloudformation'
        ? map(property(resource, 'VersioningConfiguration.Status', null).text(), (text) => text === 'Enabled')
        : property(resource, null, 'versioning.enabled').flag();
    const locked = objectLock(resource);
    if (locked.state === 'known' && locked.value) return locked;
    const off = status.state === 'absent' || (status.state === 'known' && !status.value);
    return locked.state === 'unknown' && off ? locked : status;
  },
};

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html */
function objectLock(bucket: Resource): Value<boolean> {
  const flag = property(bucket, 'ObjectLockEnabled', 'object_lock_enabled').flag();
  return flag.state === 'known' ? { ...flag, because: 'Object Lock keeps versions' } : flag;
}

/** Whether deleting a version asks for a second factor, where versions are spoken of. */
function mfaDelete(resource: Resource): Value<boolean> {
  const companion = resource.type === 'aws_s3_bucket_versioning';
  const block = companion
    ? resource.properties.get('versioning_configuration')
    : property(resource, 'VersioningConfiguration', 'versioning');
  const present = block.present();
  if (present.state === 'known' && !present.value) return absent(block.at);
  if (companion)
    return otherwise(
      map(block.get('mfa_delete').text(), (state) => state === 'Enabled' && !isText(resource, 'Disabled')),
      false,
      'no second factor unless told otherwise',
    );
  return resource.vocabulary === 'cloudformation'
    ? known(false, block.at, 'a template cannot ask for a second factor')
    : otherwise(block.get('mfa_delete').flag(), false, 'no second factor unless told otherwise');
}

function isText(companion: Resource, state: string): boolean {
  const status = companion.properties.get('versioning_configuration', 'status').text();
  return status.state === 'known' && status.value === state;
}

const secondFactor: BucketSetting<boolean | 'silent'> = {
  companions: ['aws_s3_bucket_versioning'],
  initial: 'silent',
  because: 'no versions are spoken of',
  read: mfaDelete,
};

const lock: BucketSetting<boolean> = {
  companions: ['aws_s3_bucket_object_lock_configuration'],
  initial: false,
  because: 'objects are locked only when told to',
  read: (resource) =>
    resource.type === 'aws_s3_bucket_object_lock_configuration'
      ? known(true, { id: resource.id, path: [] }, 'Object Lock')
      : property(resource, 'ObjectLockEnabled', 'object_lock_enabled').flag(),
};

const logging: BucketSetting<boolean> = {
  companions: ['aws_s3_bucket_logging'],
  initial: false,
  because: 'S3 records requests only when told to',
  read: (resource) =>
    whereWritten(
      ['LoggingConfiguration.DestinationBucketName', 'logging.target_bucket'],
      ['aws_s3_bucket_logging', 'target_bucket'],
    )(resource),
};

const replication: BucketSetting<boolean> = {
  companions: ['aws_s3_bucket_replication_configuration'],
  initial: false,
  because: 'S3 copies objects elsewhere only when told to',
  read: (resource) =>
    ruleIsOn(
      resource,
      ['ReplicationConfiguration.Rules', 'replication_configuration.rules'],
      'aws_s3_bucket_replication_configuration',
    ),
};

const lifecycle: BucketSetting<boolean> = {
  companions: ['aws_s3_bucket_lifecycle_configuration'],
  initial: false,
  because: 'S3 keeps everything unless told otherwise',
  read: (resource) =>
    ruleIsOn(resource, ['LifecycleConfiguration.Rules', 'lifecycle_rule'], 'aws_s3_bucket_lifecycle_configuration'),
};

const website: BucketSetting<boolean> = {
  companions: ['aws_s3_bucket_website_configuration'],
  initial: false,
  because: 'S3 serves no web pages unless told otherwise',
  read: (resource) =>
    firstSaid(
      whereWritten(
        ['WebsiteConfiguration', 'website'],
        ['aws_s3_bucket_website_configuration', 'index_document'],
      )(resource),
      whereWritten([null, null], ['aws_s3_bucket_website_configuration', 'redirect_all_requests_to'])(resource),
    ),
};

/** The first that says something. */
const firstSaid = (first: Value<boolean>, second: Value<boolean>): Value<boolean> =>
  first.state === 'absent' ? second : first;

/** Some rule is on: `Enabled` as status, or true as switch. */
function ruleIsOn(resource: Resource, inBucket: readonly [string, string], companion: string): Value<boolean> {
  const rules = resource.type === companion ? resource.properties.get('rule') : property(resource, ...inBucket);
  const present = rules.present();
  if (present.state === 'known' && !present.value) return absent(rules.at);
  const enabled = itemsOf(rules).map((rule) => {
    const status = rule.get(resource.vocabulary === 'cloudformation' ? 'Status' : 'status').text();
    const said = status.state === 'absent' ? rule.get('enabled').text() : status;
    return is(otherwise(said, 'Enabled', 'a rule'), (word) => /^(enabled|true)$/i.test(word), 'rule that is on');
  });
  return settledTruth(any(...enabled), rules.at);
}

/** What a bucket keeps, gives away or records. */
export function* recordFacts(bucket: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject: bucket };
  const versions = bucketSetting(bucket, graph, versioning);
  yield { kind: 'versioning', on: versions.value, related: versions.related, ...about };
  const factor = bucketSetting(bucket, graph, secondFactor);
  const locked = bucketSetting(bucket, graph, lock);
  if (!(factor.value.state === 'known' && factor.value.value === 'silent'))
    yield {
      kind: 'immutability',
      locked: settledTruth(
        any(
          is(factor.value, (on) => on === true, 'second factor to delete versions'),
          is(locked.value, (on) => on, 'Object Lock'),
        ),
        factor.value.at,
      ),
      related: factor.related,
      ...about,
    };
  if (!takesRecords(bucket, graph)) {
    const records = bucketSetting(bucket, graph, logging);
    yield { kind: 'audit-log', scope: 'access', kept: records.value, related: records.related, ...about };
  }
  const copies = bucketSetting(bucket, graph, replication);
  yield { kind: 'remote-copy', kept: copies.value, related: copies.related, ...about };
  const rules = bucketSetting(bucket, graph, lifecycle);
  yield { kind: 'lifecycle', managed: rules.value, related: rules.related, ...about };
  const pages = bucketSetting(bucket, graph, website);
  yield { kind: 'website', hosted: pages.value, related: pages.related, ...about };
  yield* originFacts(bucket, bucket);
  for (const companion of graph.companions(bucket, ['aws_s3_bucket_cors_configuration'], 'bucket').certain)
    yield* originFacts(companion, bucket);
}

/** The same of a companion whose bucket is not in sight. */
export function* loneRecordFacts(companion: Resource): Iterable<Fact> {
  const about = { noun: 'S3 bucket of this configuration', subject: companion };
  switch (companion.type) {
    case 'aws_s3_bucket_versioning':
      yield { kind: 'versioning', on: loneSetting(companion, versioning), ...about };
      yield { kind: 'immutability', locked: map(loneSetting(companion, secondFactor), (on) => on === true), ...about };
      return;
    case 'aws_s3_bucket_logging':
      yield { kind: 'audit-log', scope: 'access', kept: loneSetting(companion, logging), ...about };
      return;
    case 'aws_s3_bucket_replication_configuration':
      yield { kind: 'remote-copy', kept: loneSetting(companion, replication), ...about };
      return;
    case 'aws_s3_bucket_lifecycle_configuration':
      yield { kind: 'lifecycle', managed: loneSetting(companion, lifecycle), ...about };
      return;
    case 'aws_s3_bucket_website_configuration':
      yield { kind: 'website', hosted: loneSetting(companion, website), ...about };
      return;
    case 'aws_s3_bucket_cors_configuration':
      yield* originFacts(companion, companion);
  }
}

function* originFacts(place: Resource, subject: Resource): Iterable<Fact> {
  const rules =
    place.type === 'aws_s3_bucket_cors_configuration'
      ? place.properties.get('cors_rule')
      : property(place, 'CorsConfiguration.CorsRules', 'cors_rule');
  const [origins, headers] =
    place.vocabulary === 'cloudformation'
      ? ['AllowedOrigins', 'AllowedHeaders']
      : ['allowed_origins', 'allowed_headers'];
  const related = place === subject ? [] : [place];
  for (const rule of itemsOf(rules))
    yield* crossOriginFacts({ noun, subject, related }, rule.get(origins), rule.get(headers));
}
