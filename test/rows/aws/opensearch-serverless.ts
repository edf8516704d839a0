import { merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { opensearchServerlessUpkeep } from './opensearch-serverless-upkeep';

const collection = { cloudformation: 'AWS::OpenSearchServerless::Collection', terraform: 'aws_opensearchserverless_collection' }; // prettier-ignore
const rule = { cloudformation: 'AWS::OpenSearchServerless::SecurityPolicy', terraform: 'aws_opensearchserverless_security_policy' }; // prettier-ignore

const network = (...fromPublic: readonly (boolean | undefined)[]) => {
  const text = JSON.stringify(
    fromPublic.map((open) => ({
      Rules: [{ ResourceType: 'collection', Resource: ['collection/*'] }],
      AllowFromPublic: open,
    })),
  );
  return [
    { Type: 'network', Policy: text },
    { type: 'network', policy: text },
  ] as const;
};

export const opensearchServerlessRows: ServiceRows = {
  service: 'opensearch-serverless',
  controls: merged(opensearchServerlessUpkeep, {
    'storage-encrypted': {
      'OpenSearch Serverless collection': { ...collection, rows: [['pass', 'nothing is said: an encryption policy must be there', {}, {}]] }, // prettier-ignore
    },
    'customer-managed-key': {
      'OpenSearch Serverless collection': {
        ...collection,
        // prettier-ignore
        rows: [
          ['undecided', 'an encryption policy names the key', {}, {}],
          ['pass',      'a key is named', system({ EncryptionConfig: { KmsKeyArn: refer('key', 'arn', 'Arn') } }, { key: { type: 'AWS::KMS::Key', properties: {} } }), system({ encryption_config: [{ kms_key_arn: refer('key', 'arn') }] }, { key: { type: 'aws_kms_key', properties: {} } })],
        ],
      },
    },
    'endpoint-not-public': {
      'OpenSearch Serverless network policy': {
        ...rule,
        // prettier-ignore
        rows: [
          ['fail',      'it lets the public in', ...network(true)],
          ['fail',      'one of its entries does', ...network(false, true)],
          ['pass',      'it lets endpoints of VPCs in', ...network(false)],
          ['pass',      'it does not say', ...network(undefined)],
          ['undecided', 'the policy is settled at deployment', { Type: 'network', Policy: unknown }, { type: 'network', policy: unknown }],
          ['silent',    'it is about encryption', { Type: 'encryption', Policy: '{"Rules":[],"AWSOwnedKey":true}' }, { type: 'encryption', policy: '{"Rules":[],"AWSOwnedKey":true}' }],
        ],
      },
    },
  }),
};
