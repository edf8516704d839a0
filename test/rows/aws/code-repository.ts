import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';

const hub = { cloudformation: 'AWS::CodeStar::GitHubRepository', terraform: null };

export const codeRepositoryRows: ServiceRows = {
  service: 'code-repository',
  controls: merged(
    keptStoreTables({
      noun: 'CodeCommit repository',
      cloudformation: 'AWS::CodeCommit::Repository',
      terraform: 'aws_codecommit_repository',
      inCloudformation: (KmsKeyId) => ({ KmsKeyId }),
      inTerraform: (kms_key_id) => ({ kms_key_id }),
    }),
    keptStoreTables({
      noun: 'CodeArtifact domain',
      cloudformation: 'AWS::CodeArtifact::Domain',
      terraform: 'aws_codeartifact_domain',
      inCloudformation: (EncryptionKey) => ({ EncryptionKey }),
      inTerraform: (encryption_key) => ({ encryption_key }),
    }),
    policyTables({
      noun: 'CodeArtifact domain',
      cloudformation: 'AWS::CodeArtifact::Domain',
      terraform: 'aws_codeartifact_domain',
      action: 'codeartifact:ReadFromRepository',
      inCloudformation: (PermissionsPolicyDocument) => ({ PermissionsPolicyDocument }),
      inTerraform: (policy_document) =>
        system(
          { domain: 'ours' },
          { policy: { type: 'aws_codeartifact_domain_permissions_policy', properties: { domain: refer(), policy_document } } },
        ), // prettier-ignore
    }),
    policyTables({
      noun: 'CodeArtifact repository',
      cloudformation: 'AWS::CodeArtifact::Repository',
      terraform: 'aws_codeartifact_repository',
      action: 'codeartifact:ReadFromRepository',
      inCloudformation: (PermissionsPolicyDocument) => ({ PermissionsPolicyDocument }),
      inTerraform: (policy_document) =>
        system(
          { repository: 'ours' },
          { policy: { type: 'aws_codeartifact_repository_permissions_policy', properties: { repository: refer('it', 'repository'), policy_document } } },
        ), // prettier-ignore
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      noun: 'policy of a repository elsewhere',
      cloudformation: null,
      terraform: 'aws_codeartifact_repository_permissions_policy',
      action: 'codeartifact:ReadFromRepository',
      inTerraform: (policy_document) => ({ repository: 'elsewhere', policy_document }),
    }),
    {
      'storage-not-public': {
        'GitHub repository': {
          ...hub,
          rows: [
            ['fail', 'nothing is said', {}, null],
            ['fail', 'it is not private', { IsPrivate: false }, null],
            ['pass', 'it is private', { IsPrivate: true }, null],
            ['undecided', 'it is a parameter', { IsPrivate: unknown }, null],
          ],
        },
      },
      'no-secret-in-clear': {
        'token of a GitHub repository': secretTable({
          ...hub,
          inCloudformation: (RepositoryAccessToken) => ({ RepositoryAccessToken }),
        }),
      },
    },
  ),
};
