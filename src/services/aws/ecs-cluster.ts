import type { Fact } from '../../model/fact';
import { member, property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, otherwise, unknown } from '../../model/value';
import { itemsOf } from './items';

/**
 * Whether the containers of a cluster are measured each by itself. What the account says of new clusters is not shown.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
 */
export function insightsFact(cluster: Resource): Fact {
  const place = property(cluster, 'ClusterSettings', 'setting');
  const settings = itemsOf(place).map((setting) => ({
    name: otherwise(member(setting, cluster.vocabulary, 'Name', 'name').text(), '', 'no setting is named'),
    value: otherwise(member(setting, cluster.vocabulary, 'Value', 'value').text(), 'disabled', 'no value is written'),
  }));
  const named = settings.filter(({ name }) => name.state === 'unknown' || name.value === 'containerInsights');
  const measured = named.map(({ name, value }) =>
    name.state === 'unknown'
      ? { holds: undefined, because: [{ at: name.at, note: name.why }] }
      : is(value, (text) => text === 'enabled' || text === 'enhanced', 'container insights'),
  );
  const because = 'containers are measured only when told to be';
  return {
    kind: 'monitoring',
    noun: 'ECS cluster',
    subject: cluster,
    detailed: measured.length === 0 ? known(false, place.at, because) : settledTruth(any(...measured), place.at),
  };
}

/**
 * AWS replaces the machines that it manages itself for a cluster, within 14 days of a patch. Machines of an Auto Scaling
 * group are judged themselves.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-patching.html
 */
export function* capacityFacts(provider: Resource): Iterable<Fact> {
  const managed = property(provider, 'ManagedInstancesProvider', 'managed_instances_provider').present();
  const group = property(provider, 'AutoScalingGroupProvider', 'auto_scaling_group_provider').present();
  if (managed.state === 'known' && !managed.value) return;
  if (managed.state === 'unknown' && group.state === 'known' && group.value) return;
  yield {
    kind: 'patching',
    noun: 'ECS capacity provider',
    subject: provider,
    of: 'guest-os',
    automatic:
      managed.state === 'known'
        ? known(true, managed.at, 'AWS replaces the machines that it manages')
        : unknown(managed.why, managed.at),
  };
}
