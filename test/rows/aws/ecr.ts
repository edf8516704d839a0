import { policy, policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { ecrImage } from './ecr-image';

const types = { cloudformation: 'AWS::ECR::Repository', terraform: 'aws_ecr_repository' };
const encrypted = (type: unknown, key?: unknown) =>
  [
    { EncryptionConfiguration: { EncryptionType: type, ...(key !== undefined && { KmsKey: key }) } },
    { encryption_configuration: [{ encryption_type: type, ...(key !== undefined && { kms_key: key }) }] },
  ] as const;
const everyone = policy({ Effect: 'Allow', Principal: '*', Action: 'ecr:*' });

export const ecrRows: ServiceRows = {
  service: 'ecr',
  controls: merged(
    {
      'storage-encrypted': {
        'ECR repository': {
          ...types,
          rows: [
            ['pass', 'nothing is said', {}, {}],
            ['pass', 'the type is a parameter: whichever it is, ECR encrypts', ...encrypted(unknown)],
          ],
        },
      },
      'customer-managed-key': {
        'ECR repository': {
          ...types,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['fail', 'ECR keeps the key', ...encrypted('AES256')],
            ['fail', 'no key is named', ...encrypted('KMS')],
            ['pass', 'a key is named', ...encrypted('KMS', 'alias/ours')],
            ['pass', 'a key is named, with two layers', ...encrypted('KMS_DSSE', 'alias/ours')],
            ['undecided', 'the key is a parameter', ...encrypted('KMS', unknown)],
          ],
        },
        'ECR repository creation template': {
          cloudformation: 'AWS::ECR::RepositoryCreationTemplate',
          terraform: 'aws_ecr_repository_creation_template',
          rows: [['pass', 'a key is named', ...encrypted('KMS', 'alias/ours')]],
        },
      },
    },
    policyTables({
      ...types,
      noun: 'ECR repository',
      action: 'ecr:BatchGetImage',
      inCloudformation: (document) => ({ RepositoryPolicyText: document }),
      inTerraform: (document) =>
        system({}, { rules: { type: 'aws_ecr_repository_policy', properties: { repository: refer('it', 'name'), policy: document } } }), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    {
      'resource-policy-not-public': {
        'ECR registry': {
          cloudformation: 'AWS::ECR::RegistryPolicy',
          terraform: 'aws_ecr_registry_policy',
          rows: [
            ['fail', 'everyone is let in', { PolicyText: everyone }, { policy: JSON.stringify(everyone) }],
            ['undecided', 'the policy is a parameter', { PolicyText: unknown }, { policy: unknown }],
          ],
        },
        'ECR public repository': {
          cloudformation: 'AWS::ECR::PublicRepository',
          terraform: 'aws_ecrpublic_repository',
          rows: [
            ['fail', 'everyone may push', { RepositoryPolicyText: everyone }, system({}, { rules: { type: 'aws_ecrpublic_repository_policy', properties: { repository_name: refer('it', 'repository_name'), policy: JSON.stringify(everyone) } } })], // prettier-ignore
            ['silent', 'everyone may pull', {}, {}],
          ],
        },
      },
    },
    ecrImage,
  ),
};
