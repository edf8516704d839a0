import { policy, policyTables } from '../../support/policy-rows';
import { merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::EFS::FileSystem', terraform: 'aws_efs_file_system' };
const inCloudformation = (document: unknown) => ({ FileSystemPolicy: document });
const inTerraform = (document: unknown) =>
  system({}, { rules: { type: 'aws_efs_file_system_policy', properties: { file_system_id: refer(), policy: document } } }); // prettier-ignore

const withoutTls = (more: object) =>
  policy({
    Effect: 'Deny',
    Principal: '*',
    Action: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    ...more,
  });
const both = (document: object) => [inCloudformation(document), inTerraform(JSON.stringify(document))] as const;

export const efsRows: ServiceRows = {
  service: 'efs',
  controls: merged(
    {
      'storage-encrypted': {
        'EFS file system': {
          ...types,
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said', {}, {}],
            ['fail',      'it is switched off', { Encrypted: false }, { encrypted: false }],
            ['pass',      'it is switched on', { Encrypted: true }, { encrypted: true }],
            ['fail',      'a key is named, and the switch is not', { KmsKeyId: 'alias/ours' }, { kms_key_id: 'alias/ours' }],
            ['undecided', 'it is a parameter', { Encrypted: unknown }, { encrypted: unknown }],
          ],
        },
      },
      'customer-managed-key': {
        'EFS file system': {
          ...types,
          // prettier-ignore
          rows: [
            ['fail', 'no key is named', { Encrypted: true }, { encrypted: true }],
            ['pass', 'a key is created beside it', system({ Encrypted: true, KmsKeyId: refer('key', 'arn', 'Arn') }, { key: { type: 'AWS::KMS::Key', properties: {} } }), system({ encrypted: true, kms_key_id: refer('key', 'arn') }, { key: { type: 'aws_kms_key', properties: {} } })],
          ],
        },
      },
      'transit-enforced': {
        'EFS file system': {
          ...types,
          // prettier-ignore
          rows: [
            ['fail',      'there is no policy', {}, {}],
            ['pass',      'a policy refuses clients without TLS', ...both(withoutTls({}))],
            ['fail',      'it refuses some only', ...both(withoutTls({ Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' } }))],
            ['fail',      'it refuses them another action', ...both(withoutTls({ Action: 'elasticfilesystem:ClientRootAccess' }))],
            ['undecided', 'the policy is settled at deployment', inCloudformation(unknown), inTerraform(unknown)],
          ],
        },
      },
    },
    policyTables({
      noun: 'EFS file system',
      ...types,
      action: 'elasticfilesystem:ClientMount',
      inCloudformation,
      inTerraform,
      withoutPolicy: [{}, {}],
    }),
    {
      'resource-policy-not-public': {
        'EFS file system policy': {
          cloudformation: null,
          terraform: 'aws_efs_file_system_policy',
          // prettier-ignore
          rows: [
            ['fail', 'its file system is not here', null, { file_system_id: 'fs-1', policy: JSON.stringify(policy({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'elasticfilesystem:ClientMount' })) }],
            ['pass', 'everyone comes through a mount target', null, { file_system_id: 'fs-1', policy: JSON.stringify(policy({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'elasticfilesystem:ClientMount', Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } } })) }],
          ],
        },
      },
    },
  ),
};
