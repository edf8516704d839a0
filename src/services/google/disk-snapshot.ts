import type { Backup } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { otherwise, type Settled } from '../../model/value';

const attachments = [
  'google_compute_disk_resource_policy_attachment',
  'google_compute_region_disk_resource_policy_attachment',
];
const policies = ['google_compute_resource_policy'];

/**
 * Whether a schedule takes snapshots of a disk. Where the input holds no schedule at all, they are somebody else's
 * concern, and nothing is said.
 *
 * @see https://docs.cloud.google.com/compute/docs/disks/about-snapshot-schedules
 */
export function* snapshotFacts(subject: Resource, noun: string, graph: ResourceGraph): Iterable<Backup> {
  if (!graph.ofType(...policies).some(hasSchedule)) return;
  const { certain, possible } = graph.companions(subject, attachments, 'disk');
  const own = subject.properties.get('resource_policies');
  const at = { id: subject.id, path: [] };
  yield {
    kind: 'backup',
    noun,
    subject,
    kept: settledTruth(
      any(
        truth(false, at, 'no schedule of the input takes snapshots of it'),
        is(own.present(), (given) => given, 'resource policies'),
        ...certain.map((attachment) => schedules(attachment.properties.get('name'), graph)),
        ...possible.map(({ resource, why }) =>
          truth(undefined, { id: resource.id, path: ['disk'] }, `may be attached to it: ${why}`),
        ),
      ),
      at,
    ),
    related: certain,
  };
}

const hasSchedule = ({ properties }: Resource): boolean => {
  const present = properties.get('snapshot_schedule_policy').present();
  return !(present.state === 'known' && !present.value);
};

function schedules(policy: Property, graph: ResourceGraph): Truth {
  const link = graph.follow(policy, policies);
  if (link.state !== 'linked') return truth(undefined, policy.at, 'whether the policy takes snapshots is not in sight');
  return is(link.resource.properties.get('snapshot_schedule_policy').present(), (given) => given, 'snapshot schedule');
}

/** Days that the snapshots of a schedule are kept. */
export const snapshotDays = ({ properties }: Resource): Settled<number> =>
  otherwise(
    properties.get('snapshot_schedule_policy', 'retention_policy', 'max_retention_days').number(),
    Infinity,
    'snapshots are kept until somebody deletes them',
  );
