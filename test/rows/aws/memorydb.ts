import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { memorydbUpkeep } from './memorydb-upkeep';

const cluster = { cloudformation: 'AWS::MemoryDB::Cluster', terraform: 'aws_memorydb_cluster' };
const user = { cloudformation: 'AWS::MemoryDB::User', terraform: 'aws_memorydb_user' };
const inCloudformation = (key: unknown) => ({ KmsKeyId: key });
const inTerraform = (key: unknown) => ({ kms_key_arn: key });

export const memorydbRows: ServiceRows = {
  service: 'memorydb',
  controls: merged(
    memorydbUpkeep,
    keptStoreTables({ noun: 'MemoryDB cluster', ...cluster, inCloudformation, inTerraform }),
    keptStoreTables({
      noun: 'MemoryDB snapshot',
      cloudformation: 'AWS::MemoryDB::Snapshot',
      terraform: 'aws_memorydb_snapshot',
      inCloudformation,
      inTerraform,
    }),
    {
      'transit-encrypted': {
        'MemoryDB cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['pass',      'nothing is said', {}, {}],
            ['fail',      'TLS is switched off', { TLSEnabled: false }, { tls_enabled: false }],
            ['fail',      'it is switched off as text', { TLSEnabled: 'false' }, { tls_enabled: 'false' }],
            ['undecided', 'it is a parameter', { TLSEnabled: unknown }, { tls_enabled: unknown }],
          ],
        },
      },
      'sign-in-required-inside': {
        'MemoryDB cluster': {
          ...cluster,
          // prettier-ignore
          rows: [
            ['fail',      'its access control list is the open one', { ACLName: 'open-access' }, { acl_name: 'open-access' }],
            ['pass',      'its access control list has another name', { ACLName: 'ours' }, { acl_name: 'ours' }],
            ['pass',      'its access control list is created beside it', system({ ACLName: refer('list') }, { list: { type: 'AWS::MemoryDB::ACL', properties: {} } }), system({ acl_name: refer('list') }, { list: { type: 'aws_memorydb_acl', properties: {} } })],
            ['undecided', 'it is a parameter', { ACLName: unknown }, { acl_name: unknown }],
          ],
        },
        'MemoryDB user': {
          ...user,
          // prettier-ignore
          rows: [
            ['pass', 'it signs in with IAM', { AuthenticationMode: { Type: 'iam' } }, { authentication_mode: [{ type: 'iam' }] }],
            ['fail', 'it needs no password', { AuthenticationMode: { Type: 'no-password' }, AccessString: 'on ~* +@all' }, { authentication_mode: [{ type: 'no-password' }], access_string: 'on ~* +@all' }],
          ],
        },
      },
      'no-secret-in-clear': {
        'MemoryDB user': secretTable({
          ...user,
          inCloudformation: (secret) => (secret === undefined ? {} : { AuthenticationMode: { Type: 'password', Passwords: [secret] } }), // prettier-ignore
          inTerraform: (secret) => (secret === undefined ? {} : { authentication_mode: [{ type: 'password', passwords: [secret] }] }), // prettier-ignore
        }),
      },
    },
  ),
};
