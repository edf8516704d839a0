import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth } from '../../model/truth';
import { chain, known, type Place, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { requestedBy } from './encryption-request';
import { eitherWay, keyCustody } from './key-custody';
import { buckets } from './s3';
import { aclIsPublic, aclsWithoutEffect, objectOwnership } from './s3-acl';
import { bucketEncryption, byAlgorithm } from './s3-encryption';
import { publicAccessBlock } from './s3-public-access-block';

const noun = 'S3 object';

export const s3Object: Service = {
  name: 's3-object',
  types: { terraform: ['aws_s3_bucket_object', 'aws_s3_object', 'aws_s3_object_copy'] },
  *facts(resource, graph, context) {
    const link = graph.follow(resource.properties.get('bucket'), buckets);
    const bucket = link.state === 'linked' && link.resource.mode === 'managed' ? link.resource : undefined;
    yield {
      kind: 'storage-at-rest',
      noun,
      subject: resource,
      encryption: encryption(resource, graph, bucket),
      requested: requested(resource, graph, bucket),
    };
    yield aclFact(resource, graph, context, bucket);
  },
};

/** An object's own setting comes first, then its bucket's, then that of S3, which encrypts every object. */
function encryption(object: Resource, graph: ResourceGraph, bucket: Resource | undefined): Settled<EncryptionState> {
  const { properties } = object;
  const algorithm = properties.get('server_side_encryption');
  const key = properties.get('kms_key_id');
  const inherited = (): Settled<EncryptionState> =>
    bucket ? bucketEncryption(bucket, graph).encryption : byAlgorithm(algorithm, key, graph);
  return chain(eitherWay(properties.get('customer_key').present()), (supplied): Settled<EncryptionState> => {
    if (supplied) return known('customer-supplied', properties.get('customer_key').at);
    return chain(eitherWay(key.present()), (named) => {
      // Naming a key is enough: the provider then asks for aws:kms.
      if (named) return keyCustody(key, graph, known('provider-kms', key.at));
      return chain(eitherWay(algorithm.present()), (written) =>
        written ? byAlgorithm(algorithm, key, graph) : inherited(),
      );
    });
  });
}

/** What the bucket asks for covers its objects. */
function requested(object: Resource, graph: ResourceGraph, bucket: Resource | undefined): Settled<boolean> {
  const { properties } = object;
  const own = requestedBy(
    properties.get('server_side_encryption'),
    properties.get('kms_key_id'),
    properties.get('customer_key'),
  );
  if (!bucket) return own;
  const asked = [own, bucketEncryption(bucket, graph).requested];
  return settledTruth(any(...asked.map((one) => is(one, (on) => on, 'encryption asked for'))), own.at);
}

function aclFact(object: Resource, graph: ResourceGraph, context: Context, bucket: Resource | undefined): Fact {
  const at: Place = { id: object.id, path: ['acl'] };
  const withoutEffect = bucket
    ? aclsWithoutEffect(publicAccessBlock(bucket, graph, context), objectOwnership(bucket, graph))
    : truth(false, at, 'no bucket in sight refuses ACLs');
  return {
    kind: 'acl-grant',
    noun,
    subject: object,
    public: settledTruth(all(aclIsPublic(object), not(withoutEffect)), at),
    ...(bucket && { related: [bucket] }),
  };
}
