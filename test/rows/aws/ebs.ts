import { backupRows } from './ec2-start';
import { refer, system, unknown, type ServiceRows } from '../../support/row';

export const ebsRows: ServiceRows = {
  service: 'ebs',
  controls: {
    'backup-kept': {
      'EBS volume': { cloudformation: 'AWS::EC2::Volume', terraform: 'aws_ebs_volume', rows: backupRows() },
    },
    'storage-encrypted': {
      'default of new EBS volumes': {
        cloudformation: null,
        terraform: 'aws_ebs_encryption_by_default',
        rows: [
          ['pass', 'nothing is said', null, {}],
          ['fail', 'it is switched off', null, { enabled: false }],
          ['undecided', 'it is a parameter', null, { enabled: unknown }],
          ['pass', 'its key is named', null, system({}, { key: { type: 'aws_ebs_default_kms_key', properties: { key_arn: 'arn:aws:kms:eu-west-1:111122223333:key/1234' } } })],
        ], // prettier-ignore
      },
      'EBS volume': {
        cloudformation: 'AWS::EC2::Volume',
        terraform: 'aws_ebs_volume',
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said',      {},                     {}],
          ['fail',      'it is switched off',   { Encrypted: false },   { encrypted: false }],
          ['pass',      'it is switched on',    { Encrypted: true },    { encrypted: true }],
          ['pass',      'it is on, as text',    { Encrypted: 'true' },  { encrypted: 'true' }],
          ['undecided', 'it is a parameter',    { Encrypted: unknown }, { encrypted: unknown }],
          ['pass',      'the region encrypts new volumes', null, system({}, { all: { type: 'aws_ebs_encryption_by_default', properties: {} } })],
          ['fail',      'the region does not',  null, system({}, { all: { type: 'aws_ebs_encryption_by_default', properties: { enabled: false } } })],
        ],
      },
      'EBS snapshot copy': {
        cloudformation: null,
        terraform: 'aws_ebs_snapshot_copy',
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'it is switched on', null, { encrypted: true }],
        ],
      },
    },
    'customer-managed-key': {
      'EBS volume': {
        cloudformation: 'AWS::EC2::Volume',
        terraform: 'aws_ebs_volume',
        // prettier-ignore
        rows: [
          ['fail',      'no key is named',      { Encrypted: true },                            { encrypted: true }],
          ['fail',      'the key is AWS\'s own', { Encrypted: true, KmsKeyId: 'alias/aws/ebs' }, { encrypted: true, kms_key_id: 'alias/aws/ebs' }],
          ['pass',      'the key is created beside it', system({ Encrypted: true, KmsKeyId: refer('key', 'arn', 'Arn') }, { key: { type: 'AWS::KMS::Key', properties: {} } }),
                                                        system({ encrypted: true, kms_key_id: refer('key', 'arn') }, { key: { type: 'aws_kms_key', properties: {} } })],
          ['undecided', 'the key is a parameter', { Encrypted: true, KmsKeyId: unknown },       { encrypted: true, kms_key_id: unknown }],
        ],
      },
    },
  },
};
