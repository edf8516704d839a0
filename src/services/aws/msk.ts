import type { Fact } from '../../model/fact';
import { member, property, type Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { known, map, otherwise, unknown, type Place } from '../../model/value';
import type { Context, Service } from '../service';
import { supported } from './end-of-support';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import type { PolicyPlaces } from './resource-policy';

const clusters = ['AWS::MSK::Cluster', 'aws_msk_cluster'];

const places = (noun: string): PolicyPlaces => ({
  noun,
  companions: [
    {
      types: ['AWS::MSK::ClusterPolicy', 'aws_msk_cluster_policy'],
      target: ['ClusterArn', 'cluster_arn'],
      document: ['Policy', 'policy'],
    },
  ],
});

const stores: readonly EncryptedStore[] = [
  {
    types: clusters,
    places: places('MSK cluster'),
    // https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
    encryption: withKey(
      ['EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId', 'encryption_info.encryption_at_rest_kms_key_arn'],
      'provider-kms',
      'MSK always encrypts its volumes',
    ),
  },
];

export const msk: Service = {
  name: 'msk',
  types: {
    cloudformation: [
      'AWS::MSK::BatchScramSecret',
      'AWS::MSK::Cluster',
      'AWS::MSK::ClusterPolicy',
      // Settings, connections and copies of clusters, which have facts of their own. TLS and IAM only, where there is a
      // choice elsewhere.
      'AWS::MSK::Configuration',
      'AWS::MSK::Replicator',
      'AWS::MSK::ServerlessCluster',
      'AWS::MSK::VpcConnection',
    ],
    terraform: [
      'aws_msk_cluster',
      'aws_msk_cluster_policy',
      'aws_msk_configuration',
      'aws_msk_replicator',
      'aws_msk_scram_secret_association',
      'aws_msk_serverless_cluster',
      'aws_msk_single_scram_secret_association',
      'aws_msk_vpc_connection',
    ],
  },
  *facts(resource, graph, context) {
    if (/ServerlessCluster$|serverless_cluster$/.test(resource.type)) yield serverlessFact(resource);
    else yield* encryptedStoreFacts(resource, graph, stores);
    if (clusters.includes(resource.type)) {
      yield* clusterFacts(resource);
      yield* operationFacts(resource, context);
    }
  },
};

/** @see https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html (always encrypted, always IAM and TLS) */
const serverlessFact = (cluster: Resource): Fact => ({
  kind: 'storage-at-rest',
  noun: 'MSK serverless cluster',
  subject: cluster,
  encryption: known('provider-key', { id: cluster.id, path: [] }, 'MSK Serverless always encrypts'),
});

function* clusterFacts(cluster: Resource): Iterable<Fact> {
  const about = { noun: 'MSK cluster', subject: cluster };
  const at: Place = { id: cluster.id, path: [] };
  const clients = otherwise(
    property(
      cluster,
      'EncryptionInfo.EncryptionInTransit.ClientBroker',
      'encryption_info.encryption_in_transit.client_broker',
    ).text(),
    'TLS',
    'clients must use TLS unless told otherwise',
  );
  const brokers = otherwise(
    property(
      cluster,
      'EncryptionInfo.EncryptionInTransit.InCluster',
      'encryption_info.encryption_in_transit.in_cluster',
    ).flag(),
    true,
    'brokers use TLS among themselves unless told otherwise',
  );
  yield {
    kind: 'data-in-transit',
    plaintext: settledTruth(
      any(
        is(clients, (setting) => setting !== 'TLS', 'clients in plain text'),
        is(brokers, (encrypted) => !encrypted, 'brokers in plain text'),
      ),
      at,
    ),
    ...about,
  };
  yield {
    kind: 'public-endpoint',
    role: 'store',
    public: map(
      otherwise(
        property(
          cluster,
          'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
          'broker_node_group_info.connectivity_info.public_access.type',
        ).text(),
        'DISABLED',
        'private unless told otherwise',
      ),
      (type) => type !== 'DISABLED',
    ),
    ...about,
  };
  const anonymous = property(
    cluster,
    'ClientAuthentication.Unauthenticated.Enabled',
    'client_authentication.unauthenticated',
  ).flag();
  // Who says nothing of sign-in is left to what the network lets in.
  if (anonymous.state !== 'absent')
    yield { kind: 'sign-in', inside: true, required: map(otherwise(anonymous, false, 'not said'), (allowed) => !allowed), ...about }; // prettier-ignore
}

const brokerLogs = [
  ['CloudWatchLogs.Enabled', 'cloudwatch_logs.enabled'],
  ['Firehose.Enabled', 'firehose.enabled'],
  ['S3.Enabled', 's3.enabled'],
] as const;

/** What brokers record, how closely they are measured, and whether their Kafka is still mended. */
function* operationFacts(cluster: Resource, context: Context): Iterable<Fact> {
  const about = { noun: 'MSK cluster', subject: cluster };
  const logs = property(cluster, 'LoggingInfo.BrokerLogs', 'logging_info.broker_logs');
  const switches = brokerLogs.map(([cloudformation, terraform]) =>
    is(
      otherwise(
        member(logs, cluster.vocabulary, cloudformation, terraform).flag(),
        false,
        'MSK keeps broker logs only when told to',
      ),
      (on) => on,
      'broker logs',
    ),
  );
  yield { kind: 'audit-log', scope: 'access', kept: settledTruth(any(...switches), logs.at), ...about };
  yield {
    kind: 'monitoring',
    detailed: map(
      otherwise(
        property(cluster, 'EnhancedMonitoring', 'enhanced_monitoring').text(),
        'DEFAULT',
        'the default level unless told otherwise',
      ),
      (level) => level !== 'DEFAULT',
    ),
    ...about,
  };
  const version = property(cluster, 'KafkaVersion', 'kafka_version').text();
  yield {
    kind: 'runtime',
    supported:
      version.state === 'absent'
        ? unknown('no version is written', version.at)
        : supported('kafka', version, context.today),
    ...about,
  };
}
