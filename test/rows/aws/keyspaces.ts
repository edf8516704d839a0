import { merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { keyspacesUpkeep } from './keyspaces-upkeep';

const table = { cloudformation: 'AWS::Cassandra::Table', terraform: 'aws_keyspaces_table' };
const customer = 'CUSTOMER_MANAGED_KMS_KEY';

export const keyspacesRows: ServiceRows = {
  service: 'keyspaces',
  controls: merged(keyspacesUpkeep, {
    'storage-encrypted': {
      'Keyspaces table': {
        ...table,
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said: every table is encrypted', {}, {}],
          ['pass', 'whose key it is, is a parameter', { EncryptionSpecification: { EncryptionType: unknown } }, { encryption_specification: [{ type: unknown }] }],
        ],
      },
    },
    'customer-managed-key': {
      'Keyspaces table': {
        ...table,
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said', {}, {}],
          ['fail',      'the key is AWS\'s own', { EncryptionSpecification: { EncryptionType: 'AWS_OWNED_KMS_KEY' } }, { encryption_specification: [{ type: 'AWS_OWNED_KMS_KEY' }] }],
          ['pass',      'a key is created beside it', system({ EncryptionSpecification: { EncryptionType: customer, KmsKeyIdentifier: refer('key', 'arn', 'Arn') } }, { key: { type: 'AWS::KMS::Key', properties: {} } }), system({ encryption_specification: [{ type: customer, kms_key_identifier: refer('key', 'arn') }] }, { key: { type: 'aws_kms_key', properties: {} } })],
          ['undecided', 'it is a parameter', { EncryptionSpecification: { EncryptionType: unknown } }, { encryption_specification: [{ type: unknown }] }],
        ],
      },
    },
  }),
};
