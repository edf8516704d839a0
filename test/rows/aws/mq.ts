import { unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const types = { cloudformation: 'AWS::AmazonMQ::Broker', terraform: 'aws_mq_broker' };
const options = (owned: unknown, key?: unknown) =>
  [
    { EncryptionOptions: { UseAwsOwnedKey: owned, ...(key !== undefined && { KmsKeyId: key }) } },
    { encryption_options: [{ use_aws_owned_key: owned, ...(key !== undefined && { kms_key_id: key }) }] },
  ] as const;

export const mqRows: ServiceRows = {
  service: 'mq',
  controls: {
    'storage-encrypted': {
      'Amazon MQ broker': {
        ...types,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['pass', 'whose key it is is a parameter', ...options(unknown)],
        ],
      },
    },
    'customer-managed-key': {
      'Amazon MQ broker': {
        ...types,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', "AWS's own key is asked for", ...options(true)],
          ['fail', 'a key is named, but not used', ...options(true, 'alias/ours')],
          ['fail', 'no key is named', ...options(false)],
          ['pass', 'a key is named', ...options(false, 'alias/ours')],
          ['undecided', 'the key is a parameter', ...options(false, unknown)],
        ],
      },
    },
    'endpoint-not-public': {
      'Amazon MQ broker': {
        ...types,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['pass', 'it is private', { PubliclyAccessible: false }, { publicly_accessible: false }],
          ['fail', 'it is public', { PubliclyAccessible: true }, { publicly_accessible: true }],
          ['fail', 'it is public, as text', { PubliclyAccessible: 'true' }, { publicly_accessible: 'true' }],
          ['undecided', 'it is a parameter', { PubliclyAccessible: unknown }, { publicly_accessible: unknown }],
        ],
      },
    },
    'no-secret-in-clear': {
      'Amazon MQ broker': secretTable({
        ...types,
        inCloudformation: (secret) => ({ Users: [{ Username: 'ours', Password: secret }] }),
        inTerraform: (secret) => ({ user: [{ username: 'ours', password: secret }] }),
      }),
      'Amazon MQ broker with a directory': secretTable({
        ...types,
        inCloudformation: (secret) => ({ LdapServerMetadata: { ServiceAccountPassword: secret } }),
        inTerraform: (secret) => ({ ldap_server_metadata: [{ service_account_password: secret }] }),
      }),
      'Amazon MQ broker with several users': {
        ...types,
        rows: [
          ['fail', 'one of the passwords is written', { Users: [{ Password: '{{resolve:secretsmanager:ours}}' }, { Password: 'not-a-real-secret' }] }, { user: [{ username: 'a', password: unknown }, { username: 'b', password: 'not-a-real-secret' }] }], // prettier-ignore
        ],
      },
    },
  },
};
