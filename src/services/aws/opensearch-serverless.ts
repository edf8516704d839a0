import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, is, settledTruth, some, type Truth } from '../../model/truth';
import { otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { keyCustody } from './key-custody';
import { dataPolicyFact } from './opensearch-upkeep';

const collections = ['AWS::OpenSearchServerless::Collection', 'aws_opensearchserverless_collection'];
const policies = ['AWS::OpenSearchServerless::SecurityPolicy', 'aws_opensearchserverless_security_policy'];

const accessPolicies = ['AWS::OpenSearchServerless::AccessPolicy', 'aws_opensearchserverless_access_policy'];

/** @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-security.html */
export const opensearchServerless: Service = {
  name: 'opensearch-serverless',
  types: {
    cloudformation: [
      'AWS::OpenSearchServerless::AccessPolicy',
      'AWS::OpenSearchServerless::Collection',
      'AWS::OpenSearchServerless::SecurityPolicy',
      'AWS::OpenSearchServerless::VpcEndpoint',
    ],
    terraform: [
      'aws_opensearchserverless_access_policy',
      'aws_opensearchserverless_collection',
      'aws_opensearchserverless_security_policy',
      'aws_opensearchserverless_vpc_endpoint',
    ],
  },
  *facts(resource, graph) {
    if (collections.includes(resource.type)) yield collectionFact(resource, graph);
    if (policies.includes(resource.type)) yield* networkFacts(resource);
    if (accessPolicies.includes(resource.type)) yield dataPolicyFact(resource);
  },
};

/** A collection is always encrypted: with the key that its own settings, else an encryption policy, name. */
function collectionFact(collection: Resource, graph: ResourceGraph): Fact {
  const key = property(collection, 'EncryptionConfig.KmsKeyArn', 'encryption_config.kms_key_arn');
  const byPolicy: Settled<EncryptionState> = unknown('an encryption policy names the key', key.at, [
    'provider-key',
    'customer-key',
  ]);
  return {
    kind: 'storage-at-rest',
    noun: 'OpenSearch Serverless collection',
    subject: collection,
    encryption: keyCustody(key, graph, byPolicy),
  };
}

/** A network policy covers collections by patterns of their names, and answers for what it opens itself. */
function* networkFacts(policy: Resource): Iterable<Fact> {
  const type = property(policy, 'Type', 'type').text();
  if (type.state === 'known' && type.value !== 'network') return;
  const written = property(policy, 'Policy', 'policy');
  const network = is(otherwise(type, '', 'no type'), (name) => name === 'network', 'type of the policy');
  yield {
    kind: 'public-endpoint',
    noun: 'OpenSearch Serverless network policy',
    subject: policy,
    role: 'store',
    public: settledTruth(all(network, opensToPublic(written)), written.at),
  };
}

/** The document is a list of entries, as text or as structure; some say `AllowFromPublic`. */
function opensToPublic(written: Property): Truth {
  const document = written.document();
  const entries = otherwise((document.state === 'known' ? document.value : written).list(), [], 'no entry');
  return some(
    entries,
    (entry) =>
      is(
        otherwise(entry.get('AllowFromPublic').flag(), false, 'private unless told otherwise'),
        (open) => open,
        'AllowFromPublic',
      ),
    'entries',
  );
}
