import { policy, policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';

const types = { cloudformation: 'AWS::SecretsManager::Secret', terraform: 'aws_secretsmanager_secret' };
const everyone = policy({ Effect: 'Allow', Principal: '*', Action: 'secretsmanager:GetSecretValue', Resource: '*' });

const beside = (document: unknown, block?: unknown) =>
  [
    system({}, { rules: { type: 'AWS::SecretsManager::ResourcePolicy', properties: { SecretId: refer(), ResourcePolicy: document, ...(block !== undefined && { BlockPublicPolicy: block }) } } }),
    system({}, { rules: { type: 'aws_secretsmanager_secret_policy', properties: { secret_arn: refer('it', 'arn'), policy: typeof document === 'object' ? JSON.stringify(document) : document, ...(block !== undefined && { block_public_policy: block }) } } }),
  ] as const; // prettier-ignore

export const secretsManagerRows: ServiceRows = {
  service: 'secrets-manager',
  controls: merged(
    keptStoreTables({
      ...types,
      noun: 'Secrets Manager secret',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
    policyTables({
      ...types,
      noun: 'Secrets Manager secret',
      action: 'secretsmanager:GetSecretValue',
      inCloudformation: (document) => beside(document)[0],
      inTerraform: (document) => ({ policy: document }),
      withoutPolicy: [{}, {}],
    }),
    {
      'resource-policy-not-public': {
        'Secrets Manager secret with its guard': {
          ...types,
          rows: [
            ['fail', 'the policy stands beside it', ...beside(everyone)],
            ['fail', 'public policies are accepted', ...beside(everyone, false)],
            ['pass', 'public policies are refused', ...beside(everyone, true)],
            ['undecided', 'the guard is a parameter', ...beside(everyone, unknown)],
          ],
        },
        'policy of a secret elsewhere': {
          cloudformation: 'AWS::SecretsManager::ResourcePolicy',
          terraform: 'aws_secretsmanager_secret_policy',
          rows: [
            ['fail', 'everyone is let in', { SecretId: 'elsewhere', ResourcePolicy: everyone }, { secret_arn: 'elsewhere', policy: JSON.stringify(everyone) }], // prettier-ignore
            ['pass', 'public policies are refused', { SecretId: 'elsewhere', ResourcePolicy: everyone, BlockPublicPolicy: true }, { secret_arn: 'elsewhere', policy: JSON.stringify(everyone), block_public_policy: true }], // prettier-ignore
          ],
        },
      },
      'no-secret-in-clear': {
        'Secrets Manager secret': secretTable({
          cloudformation: 'AWS::SecretsManager::Secret',
          terraform: null,
          inCloudformation: (secret) => ({ SecretString: secret }),
        }),
        'secret with a version beside it': {
          cloudformation: null,
          terraform: 'aws_secretsmanager_secret',
          rows: [
            ['fail', 'the version is written', null, system({}, { version: { type: 'aws_secretsmanager_secret_version', properties: { secret_id: refer(), secret_string: 'not-a-real-secret' } } })], // prettier-ignore
            ['silent', 'it has no version', null, {}],
          ],
        },
        'version of a secret elsewhere': secretTable({
          cloudformation: null,
          terraform: 'aws_secretsmanager_secret_version',
          inTerraform: (secret) => ({ secret_id: 'elsewhere', secret_string: secret }),
        }),
      },
    },
  ),
};
