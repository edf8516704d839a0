import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { chain, known, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { imageFact, templateFact } from './ecr-image';
import { encryptedStoreFacts, type EncryptedStore } from './encrypted-store';
import { keyCustody } from './key-custody';
import { policyFacts, type PolicyPlaces } from './resource-policy';

/**
 * AES256 unless told otherwise; KMS with AWS's key unless told otherwise.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
 */
function encryption(repository: Resource, graph: ResourceGraph): Settled<EncryptionState> {
  const type = otherwise(
    property(repository, 'EncryptionConfiguration.EncryptionType', 'encryption_configuration.encryption_type').text(),
    'AES256',
    'ECR always encrypts, with keys of its own unless told otherwise',
  );
  const because = type.state === 'known' ? type.because : undefined;
  const key = property(repository, 'EncryptionConfiguration.KmsKey', 'encryption_configuration.kms_key');
  const state = chain(type, (name): Settled<EncryptionState> =>
    name.startsWith('KMS')
      ? keyCustody(key, graph, known('provider-kms', type.at))
      : known('provider-key', type.at, because),
  );
  return state.state === 'unknown' && !state.among ? { ...state, among: states } : state;
}

const states: readonly EncryptionState[] = ['provider-key', 'provider-kms', 'customer-key'];

const repositories = ['AWS::ECR::Repository', 'aws_ecr_repository'];
const templates = ['AWS::ECR::RepositoryCreationTemplate', 'aws_ecr_repository_creation_template'];

const stores: readonly EncryptedStore[] = [
  {
    types: repositories,
    places: {
      noun: 'ECR repository',
      inline: ['RepositoryPolicyText', null],
      companions: [{ types: ['aws_ecr_repository_policy'], target: [null, 'repository'], document: [null, 'policy'] }],
    },
    encryption,
    request: ['EncryptionConfiguration', 'encryption_configuration'],
  },
  {
    types: templates,
    places: { noun: 'ECR repository creation template', inline: ['RepositoryPolicy', 'repository_policy'] },
    encryption,
    request: ['EncryptionConfiguration', 'encryption_configuration'],
  },
];

/** Everyone may pull from a public repository: that is what it is for. Its policy says who may push. */
const publicRepositories = ['AWS::ECR::PublicRepository', 'aws_ecrpublic_repository'];
const publicPlaces: PolicyPlaces = {
  noun: 'ECR public repository',
  inline: ['RepositoryPolicyText', null],
  companions: [
    { types: ['aws_ecrpublic_repository_policy'], target: [null, 'repository_name'], document: [null, 'policy'] },
  ],
};

const registries = ['AWS::ECR::RegistryPolicy', 'aws_ecr_registry_policy'];
const registryPlaces: PolicyPlaces = { noun: 'ECR registry', inline: ['PolicyText', 'policy'] };

export const ecr: Service = {
  name: 'ecr',
  types: {
    cloudformation: [
      'AWS::ECR::PublicRepository',
      // Copies and caches land in repositories.
      'AWS::ECR::PullThroughCacheRule',
      'AWS::ECR::RegistryPolicy',
      'AWS::ECR::RegistryScanningConfiguration',
      'AWS::ECR::ReplicationConfiguration',
      'AWS::ECR::Repository',
      'AWS::ECR::RepositoryCreationTemplate',
    ],
    terraform: [
      'aws_ecr_account_setting',
      'aws_ecr_lifecycle_policy',
      'aws_ecr_pull_through_cache_rule',
      'aws_ecr_registry_policy',
      'aws_ecr_registry_scanning_configuration',
      'aws_ecr_replication_configuration',
      'aws_ecr_repository',
      'aws_ecr_repository_creation_template',
      'aws_ecr_repository_policy',
      'aws_ecrpublic_repository',
      'aws_ecrpublic_repository_policy',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    yield* encryptedStoreFacts(resource, graph, stores);
    if (repositories.includes(resource.type)) yield imageFact(resource, graph);
    if (templates.includes(resource.type)) yield templateFact(resource);
    yield* policyFacts(resource, publicRepositories, graph, publicPlaces);
    yield* policyFacts(resource, registries, graph, registryPlaces);
  },
};
