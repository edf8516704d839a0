import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, is, settledTruth, some } from '../../model/truth';
import { known, map, otherwise, unknown, type Settled, type Value } from '../../model/value';
import type { Context } from '../service';
import { versionSupported } from './database-version';
import { supported } from './end-of-support';

/** What keeps a cluster sound: a version that is mended, records of what is asked of it, a guard against deletion. */
export function* clusterUpkeep(cluster: Resource, context: Context): Iterable<Fact> {
  const about = { noun: 'EKS cluster', subject: cluster };
  const version = property(cluster, 'Version', 'version').text();
  yield { kind: 'runtime', supported: versionSupported('eks', cluster, version, context, extended(cluster)), ...about };
  yield { kind: 'audit-log', scope: 'access', kept: controlPlaneLogged(cluster), ...about };
  yield {
    kind: 'deletion-protection',
    of: 'service',
    on: otherwise(
      property(cluster, 'DeletionProtection', 'deletion_protection').flag(),
      false,
      'clusters can be deleted unless told otherwise',
    ),
    ...about,
  };
  // Auto Mode replaces its machines within 21 days: https://docs.aws.amazon.com/eks/latest/userguide/automode.html
  const auto = property(cluster, 'ComputeConfig.Enabled', 'compute_config.enabled').flag();
  if (auto.state === 'known' && auto.value)
    yield {
      kind: 'patching',
      of: 'guest-os',
      automatic: known(true, auto.at, 'Auto Mode replaces machines'),
      ...about,
    };
}

/**
 * Extended support is on unless it is declined.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/extended-support-control.html
 */
const extended = (cluster: Resource): Settled<boolean> =>
  map(
    otherwise(
      property(cluster, 'UpgradePolicy.SupportType', 'upgrade_policy.support_type').text(),
      'EXTENDED',
      'extended support is on unless it is declined',
    ),
    (type) => type !== 'STANDARD',
  );

/**
 * Whether what is asked of the cluster's API, and by whom, is recorded: nothing is unless told.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
 */
function controlPlaneLogged(cluster: Resource): Settled<boolean> {
  const list = property(cluster, 'Logging.ClusterLogging.EnabledTypes', 'enabled_cluster_log_types');
  const types = otherwise(logTypes(list, cluster), [], 'the control plane records nothing unless told to');
  const has = (wanted: string) => some(types, (type) => is(type, (name) => name === wanted, wanted), `${wanted} log`);
  return settledTruth(all(has('audit'), has('api')), list.at);
}

function logTypes(list: Property, { vocabulary }: Resource) {
  if (vocabulary === 'terraform') return list.texts();
  return map(list.list(), (items) => items.map((item) => otherwise(item.get('Type').text(), '', 'no type is named')));
}

/** A node group: the image that its machines start from, and who moves them to the next. */
export function* nodeGroupUpkeep(group: Resource, context: Context): Iterable<Fact> {
  const about = { noun: 'EKS node group', subject: group };
  const version = property(group, 'Version', 'version').text();
  if (version.state !== 'absent')
    yield { kind: 'runtime', supported: supported('eks', settled(version), context.today), ...about };
  const image = property(group, 'AmiType', 'ami_type').text();
  if (image.state !== 'absent' && !isOwn(settled(image)))
    yield { kind: 'runtime', supported: supported('eks-image', settled(image), context.today), ...about };
  const fixed = fixedImage(group, settled(image));
  if (fixed) yield { kind: 'patching', of: 'guest-os', automatic: fixed, ...about };
}

const settled = (value: Value<string>): Settled<string> => otherwise(value, '', 'nothing is named');

const isOwn = (image: Settled<string>): boolean => image.state === 'known' && image.value === 'CUSTOM';

/**
 * An image of one's own, or a release that is named, stays until somebody changes it. Of AWS's newest nothing is said:
 * who rolls it out is not written in the group.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
 */
function fixedImage(group: Resource, image: Settled<string>): Settled<boolean> | undefined {
  if (isOwn(image)) return known(false, image.at, 'an image of its own stays until somebody replaces it');
  const release = property(group, 'ReleaseVersion', 'release_version');
  const present = release.present();
  if (present.state === 'known' && !present.value) return undefined;
  if (present.state === 'unknown') return unknown(present.why, present.at);
  // A release that is looked up at deployment follows AWS's newest.
  return release.text().state === 'known' ? known(false, release.at, 'the release of its image is fixed') : undefined;
}
