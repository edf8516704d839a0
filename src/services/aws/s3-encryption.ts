import type { EncryptionState } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';
import { requestedBy } from './encryption-request';
import { keyCustody } from './key-custody';

/** S3 never stores in clear, whatever is said. */
const states: readonly EncryptionState[] = ['provider-key', 'provider-kms', 'customer-key'];

interface BucketEncryption {
  readonly encryption: Settled<EncryptionState>;
  /** Somebody wrote how, rather than leaving it to S3. */
  readonly requested: Settled<boolean>;
  readonly related?: readonly Resource[];
}

/**
 * How a bucket encrypts new objects: every one with SSE-S3 where nothing else is said.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html (since 2023-01-05)
 */
export function bucketEncryption(bucket: Resource, graph: ResourceGraph): BucketEncryption {
  const types = ['aws_s3_bucket_server_side_encryption_configuration'];
  const { certain, possible } = graph.companions(bucket, types, 'bucket');
  const [companion] = certain;
  const [maybe] = possible;
  if (companion) return { ...configuredEncryption(companion, graph), related: [companion] };
  if (maybe) {
    const at = { id: maybe.resource.id, path: ['bucket'] };
    return {
      encryption: unknown(maybe.why, at, states),
      requested: unknown(maybe.why, at),
      related: [maybe.resource],
    };
  }
  const algorithm = property(
    bucket,
    'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm',
    'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm',
  );
  const key = property(
    bucket,
    'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID',
    'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id',
  );
  return ruleEncryption(algorithm, key, graph);
}

/** What an encryption configuration of its own says. */
export function configuredEncryption(configuration: Resource, graph: ResourceGraph): BucketEncryption {
  const rule = configuration.properties.get('rule', 'apply_server_side_encryption_by_default');
  return ruleEncryption(rule.get('sse_algorithm'), rule.get('kms_master_key_id'), graph);
}

/** What a rule comes to that names an algorithm and a key, or says nothing. */
export const ruleEncryption = (algorithm: Property, key: Property, graph: ResourceGraph): BucketEncryption => ({
  encryption: byAlgorithm(algorithm, key, graph),
  requested: requestedBy(algorithm, key),
});

/** The state that an SSE algorithm (`AES256`, `aws:kms`, `aws:kms:dsse`) and a key come to. */
export function byAlgorithm(algorithm: Property, key: Property, graph: ResourceGraph): Settled<EncryptionState> {
  const name = otherwise(algorithm.text(), 'AES256', 'S3 encrypts with SSE-S3 since 2023-01-05');
  const because = name.state === 'known' ? name.because : undefined;
  const state = chain(name, (text): Settled<EncryptionState> =>
    text.startsWith('aws:kms')
      ? keyCustody(key, graph, known('provider-kms', algorithm.at))
      : known('provider-key', algorithm.at, because),
  );
  return state.state === 'unknown' && !state.among ? { ...state, among: states } : state;
}
