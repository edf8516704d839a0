import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { otherwise, orElse, unknown } from '../../model/value';

/** Two of three are a majority, whichever is lost. */
const quorum = 3;

/**
 * States whether a domain outlives one of its nodes, and the zone that it is in.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html
 */
export function* nodeFacts(about: { readonly noun: string; readonly subject: Resource }): Iterable<Fact> {
  const { subject: domain } = about;
  const cluster = domain.type === 'AWS::Elasticsearch::Domain' ? 'ElasticsearchClusterConfig' : 'ClusterConfig';
  const configuration = property(domain, cluster, 'cluster_config');
  const read = (cloudformation: string, terraform: string): Property =>
    member(configuration, domain.vocabulary, cloudformation, terraform);
  const zones = otherwise(
    read('ZoneAwarenessEnabled', 'zone_awareness_enabled').flag(),
    false,
    'one zone unless told otherwise',
  );
  const nodes = otherwise(read('InstanceCount', 'instance_count').number(), 1, 'one node unless told otherwise');
  yield {
    kind: 'redundancy',
    of: 'data',
    kept: settledTruth(
      all(
        is(zones, (on) => on, 'several zones'),
        is(nodes, (count) => count >= quorum, 'data nodes'),
      ),
      configuration.at,
    ),
    ...about,
  };
  const apart = otherwise(
    read('DedicatedMasterEnabled', 'dedicated_master_enabled').flag(),
    false,
    'none unless told otherwise',
  );
  const count = read('DedicatedMasterCount', 'dedicated_master_count');
  const leaders = orElse(count.number(), () => unknown<number>('how many AWS makes is not documented', count.at));
  yield {
    kind: 'redundancy',
    of: 'coordination',
    kept: settledTruth(
      all(
        is(apart, (on) => on, 'nodes that coordinate alone'),
        is(leaders, (many) => many >= quorum, 'nodes that coordinate'),
      ),
      configuration.at,
    ),
    ...about,
  };
}
