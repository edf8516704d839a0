import { unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import { dmsUpkeep } from './dms-upkeep';

const endpoint = { cloudformation: 'AWS::DMS::Endpoint', terraform: 'aws_dms_endpoint' };
const instance = { cloudformation: 'AWS::DMS::ReplicationInstance', terraform: 'aws_dms_replication_instance' };
const profile = { cloudformation: 'AWS::DMS::InstanceProfile', terraform: 'aws_dms_instance_profile' };

const mode = (engine: unknown, ssl: unknown) =>
  [
    { EngineName: engine, SslMode: ssl },
    { engine_name: engine, ssl_mode: ssl },
  ] as const;

export const dmsRows: ServiceRows = {
  service: 'dms',
  controls: merged(
    dmsUpkeep,
    keptStoreTables({
      ...instance,
      noun: 'DMS replication instance',
      inCloudformation: (KmsKeyId) => ({ KmsKeyId }),
      inTerraform: (kms_key_arn) => ({ kms_key_arn }),
    }),
    keptStoreTables({
      noun: 'DMS serverless replication',
      cloudformation: 'AWS::DMS::ReplicationConfig',
      terraform: 'aws_dms_replication_config',
      inCloudformation: (KmsKeyId) => ({ ComputeConfig: { KmsKeyId } }),
      inTerraform: (kms_key_id) => ({ compute_config: [{ kms_key_id }] }),
    }),
    {
      'endpoint-not-public': {
        'DMS replication instance': {
          ...instance,
          rows: [
            ['fail', 'nothing is said', {}, null],
            ['pass', 'nothing is said: the provider says no', null, {}],
            ['fail', 'it is public', { PubliclyAccessible: true }, { publicly_accessible: true }],
            ['fail', 'it is public, as text', { PubliclyAccessible: 'true' }, { publicly_accessible: 'true' }],
            ['pass', 'it is private', { PubliclyAccessible: false }, { publicly_accessible: false }],
            ['undecided', 'it is a parameter', { PubliclyAccessible: unknown }, { publicly_accessible: unknown }],
          ],
        },
        'DMS instance profile': {
          ...profile,
          rows: [
            ['undecided', 'nothing is said', {}, {}],
            ['fail', 'it is public', { PubliclyAccessible: true }, { publicly_accessible: true }],
            ['pass', 'it is private', { PubliclyAccessible: false }, { publicly_accessible: false }],
          ],
        },
      },
      'transit-encrypted': {
        'DMS endpoint': {
          ...endpoint,
          rows: [
            ['fail', 'nothing is said', ...mode('mysql', undefined)],
            ['fail', 'no encryption is asked for', ...mode('mysql', 'none')],
            ['pass', 'encryption is required', ...mode('mysql', 'require')],
            ['pass', 'encryption and the certificate are', ...mode('postgres', 'verify-full')],
            ['undecided', 'the mode is a parameter', ...mode('mysql', unknown)],
            ['undecided', 'the engine is a parameter, and nothing is said', ...mode(unknown, undefined)],
            ['pass', 'the engine is a parameter, and encryption is required', ...mode(unknown, 'require')],
            ['silent', 'S3 is reached by HTTPS whatever is said', ...mode('s3', 'none')],
            ['silent', 'Redshift encrypts by itself', ...mode('redshift', undefined)],
            ['pass', 'Redis encrypts unless told otherwise', ...mode('redis', undefined)],
            [
              'fail',
              'Redis is told otherwise',
              { EngineName: 'redis', RedisSettings: { SslSecurityProtocol: 'plaintext' } },
              { engine_name: 'redis', redis_settings: [{ ssl_security_protocol: 'plaintext' }] },
            ],
            [
              'pass',
              'Kafka is told to encrypt',
              { EngineName: 'kafka', KafkaSettings: { SecurityProtocol: 'ssl-encryption' } },
              { engine_name: 'kafka', kafka_settings: [{ security_protocol: 'ssl-encryption' }] },
            ],
          ],
        },
      },
      'certificate-validated': {
        'DMS endpoint': {
          ...endpoint,
          rows: [
            ['silent', 'nothing is encrypted', ...mode('mysql', 'none')],
            ['fail', 'any certificate will do', ...mode('mysql', 'require')],
            ['pass', 'the authority is checked', ...mode('mysql', 'verify-ca')],
          ],
        },
      },
      'no-secret-in-clear': {
        'password of a DMS endpoint': secretTable({
          ...endpoint,
          inCloudformation: (Password) => ({ EngineName: 'mysql', Password }),
          inTerraform: (password) => ({ engine_name: 'mysql', password }),
        }),
        'password of MongoDB': secretTable({
          cloudformation: endpoint.cloudformation,
          terraform: null,
          inCloudformation: (Password) => ({ EngineName: 'mongodb', MongoDbSettings: { Password } }),
        }),
        'password of Redis': secretTable({
          ...endpoint,
          inCloudformation: (AuthPassword) => ({ EngineName: 'redis', RedisSettings: { AuthPassword } }),
          inTerraform: (auth_password) => ({ engine_name: 'redis', redis_settings: [{ auth_password }] }),
        }),
      },
    },
  ),
};
