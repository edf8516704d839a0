import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { known, unknown, type Settled, type Value } from '../../model/value';

/** What a bucket says of one concern itself, or a companion says for it. */
export interface BucketSetting<T> {
  /** The types of its companions, each of which names the bucket in `bucket`. */
  readonly companions: readonly string[];
  /** What a bucket, or a companion, says; absent where it says nothing. */
  readonly read: (resource: Resource) => Value<T>;
  /** What S3 does where neither says anything. */
  readonly initial: T;
  readonly because: string;
}

export interface Setting<T> {
  readonly value: Settled<T>;
  readonly related: readonly Resource[];
}

/** A companion that is certainly the bucket's speaks first, then the bucket; one that may be its keeps silence open. */
export function bucketSetting<T>(bucket: Resource, graph: ResourceGraph, setting: BucketSetting<T>): Setting<T> {
  const { certain, possible } = graph.companions(bucket, setting.companions, 'bucket');
  const spoken = [...certain, bucket]
    .map((resource) => ({ resource, value: setting.read(resource) }))
    .find(({ value }) => value.state !== 'absent');
  if (spoken && spoken.value.state !== 'absent')
    return { value: spoken.value, related: spoken.resource === bucket ? [] : [spoken.resource] };
  const [maybe] = possible;
  const at = { id: bucket.id, path: [] };
  if (maybe)
    return {
      value: unknown(`${maybe.resource.address} may belong to it: ${maybe.why}`, {
        id: maybe.resource.id,
        path: ['bucket'],
      }),
      related: [maybe.resource],
    };
  return { value: known(setting.initial, at, setting.because), related: [] };
}

/** What a companion says by itself, whose bucket is not in sight. */
export function loneSetting<T>(companion: Resource, { read, initial, because }: BucketSetting<T>): Settled<T> {
  const value = read(companion);
  return value.state === 'absent' ? known(initial, value.at, because) : value;
}
