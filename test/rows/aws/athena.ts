import { unknown, type ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::Athena::WorkGroup', terraform: 'aws_athena_workgroup' };
const encrypted = (option: unknown, key?: unknown) =>
  [
    { WorkGroupConfiguration: { ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: option, ...(key !== undefined && { KmsKey: key }) } } } },
    { configuration: [{ result_configuration: [{ encryption_configuration: [{ encryption_option: option, ...(key !== undefined && { kms_key_arn: key }) }] }] }] },
  ] as const; // prettier-ignore

export const athenaRows: ServiceRows = {
  service: 'athena',
  controls: {
    'storage-encrypted': {
      'Athena workgroup': {
        ...types,
        rows: [
          ['pass', 'nothing is said: results rest in S3', {}, {}],
          ['pass', 'the option is a parameter', ...encrypted(unknown)],
        ],
      },
    },
    'customer-managed-key': {
      'Athena workgroup': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'S3 keeps the key', ...encrypted('SSE_S3')],
          ['pass', 'a key is named', ...encrypted('SSE_KMS', 'alias/ours')],
          ['pass', 'clients encrypt with a key', ...encrypted('CSE_KMS', 'alias/ours')],
          ['undecided', 'the key is a parameter', ...encrypted('SSE_KMS', unknown)],
        ],
      },
      'Athena database': {
        cloudformation: null,
        terraform: 'aws_athena_database',
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'a key is named', null, { encryption_configuration: [{ encryption_option: 'SSE_KMS', kms_key: 'alias/ours' }] }], // prettier-ignore
        ],
      },
    },
  },
};
