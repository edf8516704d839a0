import type { Fact } from '../../model/fact';
import { property } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import type { PolicyOwner } from './resource-policy';
import { secretFacts } from './secret-facts';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::CodeCommit::Repository', 'aws_codecommit_repository'],
    places: { noun: 'CodeCommit repository' },
    // https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html
    encryption: withKey(['KmsKeyId', 'kms_key_id'], 'provider-kms', 'CodeCommit always encrypts'),
  },
  {
    types: ['AWS::CodeArtifact::Domain', 'aws_codeartifact_domain'],
    places: {
      noun: 'CodeArtifact domain',
      inline: ['PermissionsPolicyDocument', null],
      companions: [
        {
          types: ['aws_codeartifact_domain_permissions_policy'],
          target: [null, 'domain'],
          document: [null, 'policy_document'],
        },
      ],
    },
    // https://docs.aws.amazon.com/codeartifact/latest/ug/data-protection.html
    encryption: withKey(['EncryptionKey', 'encryption_key'], 'provider-kms', 'CodeArtifact always encrypts'),
  },
];

/** Packages rest where their domain keeps them. */
const packageRepository: PolicyOwner = {
  types: ['AWS::CodeArtifact::Repository', 'aws_codeartifact_repository'],
  places: {
    noun: 'CodeArtifact repository',
    inline: ['PermissionsPolicyDocument', null],
    companions: [
      {
        types: ['aws_codeartifact_repository_permissions_policy'],
        target: [null, 'repository'],
        document: [null, 'policy_document'],
      },
    ],
  },
};

const hubRepository = 'AWS::CodeStar::GitHubRepository';

export const codeRepository: Service = {
  name: 'code-repository',
  types: {
    cloudformation: [
      'AWS::CodeArtifact::Domain',
      'AWS::CodeArtifact::Repository',
      'AWS::CodeCommit::Repository',
      hubRepository,
    ],
    terraform: [
      'aws_codeartifact_domain',
      'aws_codeartifact_domain_permissions_policy',
      'aws_codeartifact_repository',
      'aws_codeartifact_repository_permissions_policy',
      // Who must approve, and what is told: none of the concerns so far.
      'aws_codecommit_approval_rule_template',
      'aws_codecommit_approval_rule_template_association',
      'aws_codecommit_repository',
      'aws_codecommit_trigger',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    yield* encryptedStoreFacts(resource, graph, stores, [packageRepository]);
    if (resource.type !== hubRepository) return;
    const hidden = otherwise(property(resource, 'IsPrivate', null).flag(), false, 'public unless told otherwise');
    yield {
      kind: 'public-switch',
      noun: 'GitHub repository',
      subject: resource,
      public: map(hidden, (on) => !on),
    };
    yield* secretFacts(resource, 'GitHub repository', [
      ['access token', property(resource, 'RepositoryAccessToken', null)],
    ]);
  },
};
