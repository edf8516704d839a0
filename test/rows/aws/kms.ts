import { policy, policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';
import { merged } from '../../support/store-rows';

const types = { cloudformation: 'AWS::KMS::Key', terraform: 'aws_kms_key' };

const allow = (more: object) => policy({ Effect: 'Allow', Action: 'kms:*', Resource: '*', ...more });
const root = allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } });
const callers = allow({
  Principal: { AWS: '*' },
  Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } },
});
const through = allow({ Principal: '*', Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }); // prettier-ignore
const both = (document: object) => [{ KeyPolicy: document }, { policy: JSON.stringify(document) }] as const;

export const kmsRows: ServiceRows = {
  service: 'kms',
  controls: merged(
    {
      'key-rotation': {
        'KMS key': {
          ...types,
          // prettier-ignore
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['fail', 'it is switched off', { EnableKeyRotation: false }, { enable_key_rotation: false }],
            ['pass', 'it is switched on', { EnableKeyRotation: true }, { enable_key_rotation: true }],
            ['pass', 'it is on, as text', { EnableKeyRotation: 'true' }, { enable_key_rotation: 'true' }],
            ['undecided', 'it is a parameter', { EnableKeyRotation: unknown }, { enable_key_rotation: unknown }],
            ['fail', 'the kind of key is written out', { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', Origin: 'AWS_KMS' }, { customer_master_key_spec: 'SYMMETRIC_DEFAULT', key_usage: 'ENCRYPT_DECRYPT' }],
            ['silent', 'it is asymmetric', { KeySpec: 'RSA_2048' }, { customer_master_key_spec: 'RSA_2048' }],
            ['silent', 'it signs', { KeyUsage: 'GENERATE_VERIFY_MAC' }, { key_usage: 'GENERATE_VERIFY_MAC' }],
            ['silent', 'its material is imported, or kept elsewhere', { Origin: 'EXTERNAL' }, { custom_key_store_id: 'cks-1' }],
            ['undecided', 'the kind of key is a parameter', { KeySpec: unknown }, { customer_master_key_spec: unknown }],
            ['pass', 'it rotates, whatever its kind', { KeySpec: unknown, EnableKeyRotation: true }, { customer_master_key_spec: unknown, enable_key_rotation: true }],
          ],
        },
        'KMS replica key': {
          cloudformation: 'AWS::KMS::ReplicaKey',
          terraform: 'aws_kms_replica_key',
          rows: [['silent', 'it follows its primary key', {}, {}]],
        },
        'KMS key with imported material': {
          cloudformation: null,
          terraform: 'aws_kms_external_key',
          rows: [['silent', 'people import its material', null, {}]],
        },
      },
      'key-deletion-window': {
        'KMS key': {
          ...types,
          rows: [
            ['pass', 'nothing is said: 30 days', {}, {}],
            ['pass', 'it is two weeks', { PendingWindowInDays: 14 }, { deletion_window_in_days: 14 }],
            ['fail', 'it is a week', { PendingWindowInDays: 7 }, { deletion_window_in_days: 7 }],
            ['fail', 'it is a week, as text', { PendingWindowInDays: '7' }, { deletion_window_in_days: '7' }],
            ['undecided', 'it is a parameter', { PendingWindowInDays: unknown }, { deletion_window_in_days: unknown }],
          ],
        },
        'KMS replica key': {
          cloudformation: 'AWS::KMS::ReplicaKey',
          terraform: 'aws_kms_replica_key',
          rows: [['fail', 'it is a week', { PendingWindowInDays: 7 }, { deletion_window_in_days: 7 }]],
        },
      },
      'no-secret-in-clear': {
        'KMS ciphertext': secretTable({
          cloudformation: null,
          terraform: 'aws_kms_ciphertext',
          inTerraform: (secret) => ({ plaintext: secret }),
        }),
        'KMS custom key store': secretTable({
          cloudformation: null,
          terraform: 'aws_kms_custom_key_store',
          inTerraform: (secret) => ({ key_store_password: secret }),
        }),
      },
    },
    policyTables({
      ...types,
      noun: 'KMS key',
      action: 'kms:Decrypt',
      inCloudformation: (document) => ({ KeyPolicy: document }),
      inTerraform: (document) => ({ policy: document }),
      withoutPolicy: [{}, {}],
    }),
    {
      'resource-policy-not-public': {
        'KMS key and its account': {
          ...types,
          rows: [
            ['pass', 'the account itself is let in', ...both(root)],
            ['pass', 'callers of the account are let in', ...both(callers)],
            ['fail', 'everyone is let in through a service', ...both(through)],
            ['fail', 'the policy stands beside it', null, system({}, { rules: { type: 'aws_kms_key_policy', properties: { key_id: refer(), policy: JSON.stringify(allow({ Principal: '*' })) } } })], // prettier-ignore
          ],
        },
        'KMS replica key': {
          cloudformation: 'AWS::KMS::ReplicaKey',
          terraform: 'aws_kms_replica_key',
          rows: [['fail', 'everyone is let in', ...both(allow({ Principal: '*' }))]],
        },
      },
    },
  ),
};
