import { unknown, type Row, type ServiceRows, type Table } from '../../support/row';

type Nodes = readonly [Row[2], Row[3]];

const nodes = (cluster: string, capital: object, small: object): Nodes => [
  { [cluster]: capital },
  { cluster_config: [small] },
];
const data = (cluster: string, zones?: unknown, count?: unknown): Nodes =>
  nodes(
    cluster,
    { ZoneAwarenessEnabled: zones, InstanceCount: count },
    { zone_awareness_enabled: zones, instance_count: count },
  );
const leaders = (cluster: string, apart?: unknown, count?: unknown): Nodes =>
  nodes(
    cluster,
    { DedicatedMasterEnabled: apart, DedicatedMasterCount: count },
    { dedicated_master_enabled: apart, dedicated_master_count: count },
  );

const domains = (rows: (cluster: string) => readonly Row[]): Record<string, Table> => ({
  'OpenSearch domain': {
    cloudformation: 'AWS::OpenSearchService::Domain',
    terraform: 'aws_opensearch_domain',
    rows: rows('ClusterConfig'),
  },
  'Elasticsearch domain': {
    cloudformation: 'AWS::Elasticsearch::Domain',
    terraform: 'aws_elasticsearch_domain',
    rows: rows('ElasticsearchClusterConfig'),
  },
});

export const opensearchNodeRows: ServiceRows = {
  service: 'opensearch',
  controls: {
    'data-nodes-redundant': domains((cluster) => [
      ['fail', 'nothing is said', {}, {}],
      ['pass', 'three nodes in several zones', ...data(cluster, true, 3)],
      ['fail', 'two nodes in several zones', ...data(cluster, true, 2)],
      ['fail', 'one node, as nothing is said of them', ...data(cluster, true)],
      ['fail', 'three nodes in one zone', ...data(cluster, false, 3)],
      ['fail', 'nothing is said of zones', ...data(cluster, undefined, 3)],
      ['undecided', 'how many nodes is a parameter', ...data(cluster, true, unknown)],
    ]),
    'coordinators-redundant': domains((cluster) => [
      ['fail', 'nothing is said', {}, {}],
      ['pass', 'three that do nothing else', ...leaders(cluster, true, 3)],
      ['fail', 'two', ...leaders(cluster, true, 2)],
      ['fail', 'none that do nothing else', ...leaders(cluster, false)],
      ['undecided', 'how many is not said', ...leaders(cluster, true)],
      ['undecided', 'how many is a parameter', ...leaders(cluster, true, unknown)],
    ]),
  },
};
