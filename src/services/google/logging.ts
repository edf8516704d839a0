import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { settledTruth, is, not, all } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionOf } from './encryption';

const levels = ['billing_account', 'folder', 'organization', 'project'] as const;
const each = (what: string): readonly string[] => levels.map((level) => `google_logging_${level}_${what}`);
const buckets = each('bucket_config');
const sinks = each('sink');

/**
 * Where records are kept and sent.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/logging_project_bucket_config
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/logging_project_sink
 */
export const googleLogging: Service = {
  name: 'cloud-logging',
  types: {
    terraform: [
      ...buckets,
      ...sinks,
      // Leaves records out that are of no use: those of who changes what cannot be left out.
      ...each('exclusion'),
      'google_logging_folder_settings',
      'google_logging_organization_settings',
      // Views and counts of what is kept.
      'google_logging_linked_dataset',
      'google_logging_log_scope',
      'google_logging_log_view',
      'google_logging_metric',
      'google_logging_saved_query',
    ],
  },
  facts(resource): Iterable<Fact> {
    if (buckets.includes(resource.type)) return bucketFacts(resource);
    if (sinks.includes(resource.type)) return [sinkFact(resource)];
    if (resource.type.endsWith('_settings'))
      return [
        {
          subject: resource,
          noun: 'Logging settings',
          kind: 'storage-at-rest',
          encryption: encryptionOf(resource.properties.get('kms_key_name')),
        },
      ];
    return [];
  },
};

/** @see https://cloud.google.com/logging/quotas#logs_retention_periods (30 days unless told otherwise) */
function* bucketFacts(bucket: Resource): Iterable<Fact> {
  const about = { subject: bucket, noun: 'Log bucket' };
  const { properties } = bucket;
  yield {
    kind: 'retention',
    days: map(otherwise(properties.get('retention_days').number(), 30, '30 days unless told otherwise'), (days) =>
      days === 0 ? 30 : days,
    ),
    ...about,
  };
  yield {
    kind: 'immutability',
    locked: otherwise(properties.get('locked').flag(), false, 'not locked unless told to'),
    ...about,
  };
  yield {
    kind: 'storage-at-rest',
    encryption: encryptionOf(properties.get('cmek_settings', 'kms_key_name')),
    ...about,
  };
}

/** A sink that is switched off, or that an exclusion for everything empties, sends nothing on. */
const sinkFact = (sink: Resource): Fact => {
  const { properties } = sink;
  const disabled = otherwise(properties.get('disabled').flag(), false, 'in use unless told otherwise');
  return {
    subject: sink,
    noun: 'Log sink',
    kind: 'audit-log',
    scope: 'trail',
    kept: settledTruth(
      all(
        not(is(disabled, (off) => off, 'switched off')),
        is(properties.get('destination').present(), (on) => on, 'destination'),
      ),
      properties.at,
    ),
  };
};
