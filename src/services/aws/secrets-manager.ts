import { property } from '../../model/resource';
import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';
import { secretFacts } from './secret-facts';
import { lifeFacts } from './secret-life';

const secrets = ['AWS::SecretsManager::Secret', 'aws_secretsmanager_secret'];
const noun = 'Secrets Manager secret';

const stores: readonly EncryptedStore[] = [
  {
    types: secrets,
    places: {
      noun,
      inline: [null, 'policy'],
      companions: [
        {
          types: ['AWS::SecretsManager::ResourcePolicy', 'aws_secretsmanager_secret_policy'],
          target: ['SecretId', 'secret_arn'],
          document: ['ResourcePolicy', 'policy'],
          refusesPublic: ['BlockPublicPolicy', 'block_public_policy'],
        },
      ],
    },
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
    encryption: withKey(['KmsKeyId', 'kms_key_id'], 'provider-kms', 'Secrets Manager always encrypts'),
  },
];

export const secretsManager: Service = {
  name: 'secrets-manager',
  types: {
    cloudformation: [
      'AWS::SecretsManager::ResourcePolicy',
      'AWS::SecretsManager::RotationSchedule',
      'AWS::SecretsManager::Secret',
      'AWS::SecretsManager::SecretTargetAttachment',
    ],
    terraform: [
      'aws_secretsmanager_secret',
      'aws_secretsmanager_secret_policy',
      'aws_secretsmanager_secret_rotation',
      'aws_secretsmanager_secret_version',
    ],
  },
  *facts(resource, graph) {
    yield* encryptedStoreFacts(resource, graph, stores);
    yield* lifeFacts(resource, graph);
    if (resource.type === 'aws_secretsmanager_secret_version') {
      const owner = graph.follow(resource.properties.get('secret_id'), secrets);
      const linked = owner.state === 'linked' && owner.resource.mode === 'managed' ? owner.resource : undefined;
      const versioned = [
        ['text of the secret', resource.properties.get('secret_string')],
        ['bytes of the secret', resource.properties.get('secret_binary')],
      ] as const;
      yield* secretFacts(linked ?? resource, noun, versioned, linked ? [resource] : []);
    } else if (resource.type === 'AWS::SecretsManager::Secret')
      yield* secretFacts(resource, noun, [['text of the secret', property(resource, 'SecretString', null)]]);
  },
};
