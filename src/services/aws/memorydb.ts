import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { snapshotFact, upgradeFact } from './cache-upkeep';
import { userFacts } from './cache-user';
import { alwaysEncrypted } from './key-custody';

const clusters = ['AWS::MemoryDB::Cluster', 'aws_memorydb_cluster'];
const snapshots = ['AWS::MemoryDB::Snapshot', 'aws_memorydb_snapshot'];
const users = ['AWS::MemoryDB::User', 'aws_memorydb_user'];

export const memorydb: Service = {
  name: 'memorydb',
  types: {
    cloudformation: [
      'AWS::MemoryDB::ACL',
      'AWS::MemoryDB::Cluster',
      'AWS::MemoryDB::ParameterGroup',
      'AWS::MemoryDB::Snapshot',
      'AWS::MemoryDB::SubnetGroup',
      'AWS::MemoryDB::User',
    ],
    terraform: [
      'aws_memorydb_acl',
      'aws_memorydb_cluster',
      'aws_memorydb_parameter_group',
      'aws_memorydb_snapshot',
      'aws_memorydb_subnet_group',
      'aws_memorydb_user',
    ],
  },
  *facts(resource, graph) {
    if (clusters.includes(resource.type)) yield* clusterFacts(resource, graph);
    if (snapshots.includes(resource.type)) yield encryption(resource, 'MemoryDB snapshot', graph);
    if (users.includes(resource.type)) yield* userFacts(resource, 'MemoryDB user');
  },
};

/** @see https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html (always) */
const encryption = (store: Resource, noun: string, graph: ResourceGraph): Fact => ({
  kind: 'storage-at-rest',
  noun,
  subject: store,
  encryption: alwaysEncrypted(
    property(store, 'KmsKeyId', 'kms_key_arn'),
    graph,
    'provider-key',
    'MemoryDB is always encrypted',
  ),
});

function* clusterFacts(cluster: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'MemoryDB cluster', subject: cluster };
  yield encryption(cluster, about.noun, graph);
  yield snapshotFact(about);
  yield upgradeFact(about);
  const tls = otherwise(property(cluster, 'TLSEnabled', 'tls_enabled').flag(), true, 'TLS is on by default');
  yield { kind: 'data-in-transit', plaintext: map(tls, (on) => !on), ...about };
  // The list of that name lets everybody in, as the user "default" without a password.
  const list = property(cluster, 'ACLName', 'acl_name');
  const name = otherwise(list.text(), 'open-access', 'no access control list');
  const ofYourOwn = name.state === 'unknown' && list.references().length > 0;
  yield {
    kind: 'sign-in',
    inside: true,
    required: ofYourOwn
      ? { state: 'known', value: true, at: list.at, because: 'an access control list of your own' }
      : map(name, (text) => text !== 'open-access'),
    ...about,
  };
}
