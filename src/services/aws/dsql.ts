import { property } from '../../model/resource';
import { orElse, unknown } from '../../model/value';
import type { Service } from '../service';
import { ownedOrNamedKey } from './owned-key';
import { policyFacts, type PolicyPlaces } from './resource-policy';

const clusters = ['AWS::DSQL::Cluster', 'aws_dsql_cluster'];
const places: PolicyPlaces = {
  noun: 'Aurora DSQL cluster',
  inline: ['PolicyDocument', null],
  companions: [{ types: ['aws_dsql_cluster_policy'], target: [null, 'identifier'], document: [null, 'policy'] }],
};

/** @see https://docs.aws.amazon.com/aurora-dsql/latest/userguide/data-encryption.html (always) */
export const dsql: Service = {
  name: 'dsql',
  types: { cloudformation: ['AWS::DSQL::Cluster'], terraform: ['aws_dsql_cluster', 'aws_dsql_cluster_policy'] },
  *facts(resource, graph) {
    const key = property(resource, 'KmsEncryptionKey', 'kms_encryption_key');
    if (clusters.includes(resource.type))
      yield {
        kind: 'storage-at-rest',
        noun: places.noun,
        subject: resource,
        encryption: ownedOrNamedKey(key, graph, 'Aurora DSQL is always encrypted'),
      };
    const flag = property(resource, 'DeletionProtectionEnabled', 'deletion_protection_enabled').flag();
    if (clusters.includes(resource.type))
      yield {
        kind: 'deletion-protection',
        noun: places.noun,
        subject: resource,
        on: orElse(flag, () => unknown('what a cluster does that says nothing is not documented', flag.at)),
      };
    yield* policyFacts(resource, clusters, graph, places);
  },
};
