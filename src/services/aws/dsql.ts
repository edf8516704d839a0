import { property } from '../../model/resource';
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
    yield* policyFacts(resource, clusters, graph, places);
  },
};
