import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';
import { merged } from '../../support/store-rows';
import { glueVersion } from './glue-version';

const catalog = {
  cloudformation: 'AWS::Glue::DataCatalogEncryptionSettings',
  terraform: 'aws_glue_data_catalog_encryption_settings',
};
const settings = (mode: unknown, passwords: unknown, key?: string) =>
  [
    {
      DataCatalogEncryptionSettings: {
        EncryptionAtRest: { CatalogEncryptionMode: mode, SseAwsKmsKeyId: key },
        ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: passwords, KmsKeyId: key },
      },
    },
    {
      data_catalog_encryption_settings: [
        {
          encryption_at_rest: [{ catalog_encryption_mode: mode, sse_aws_kms_key_id: key }],
          connection_password_encryption: [{ return_connection_password_encrypted: passwords, aws_kms_key_id: key }],
        },
      ],
    },
  ] as const;

const security = {
  cloudformation: 'AWS::Glue::SecurityConfiguration',
  terraform: 'aws_glue_security_configuration',
};
const modes = (outputs: unknown, logs: unknown, bookmarks: unknown, key?: string) =>
  [
    {
      EncryptionConfiguration: {
        S3Encryptions: [{ S3EncryptionMode: outputs, KmsKeyArn: key }],
        CloudWatchEncryption: { CloudWatchEncryptionMode: logs, KmsKeyArn: key },
        JobBookmarksEncryption: { JobBookmarksEncryptionMode: bookmarks, KmsKeyArn: key },
      },
    },
    {
      encryption_configuration: [
        {
          s3_encryption: [{ s3_encryption_mode: outputs, kms_key_arn: key }],
          cloudwatch_encryption: [{ cloudwatch_encryption_mode: logs, kms_key_arn: key }],
          job_bookmarks_encryption: [{ job_bookmarks_encryption_mode: bookmarks, kms_key_arn: key }],
        },
      ],
    },
  ] as const;

const connection = { cloudformation: 'AWS::Glue::Connection', terraform: 'aws_glue_connection' };
const enforcing = (type: string, flag: unknown) =>
  [
    { ConnectionInput: { ConnectionType: type, ConnectionProperties: { JDBC_ENFORCE_SSL: flag } } },
    { connection_type: type, connection_properties: { JDBC_ENFORCE_SSL: flag } },
  ] as const;

export const glueRows: ServiceRows = {
  service: 'glue',
  controls: merged(
    {
      'storage-encrypted': {
        'Glue data catalog': {
          ...catalog,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['fail', 'it is switched off', ...settings('DISABLED', true)],
            ['fail', 'passwords are returned in clear', ...settings('SSE-KMS', false)],
            ['pass', 'both are switched on', ...settings('SSE-KMS', true)],
            ['undecided', 'it is a parameter', ...settings(unknown, true)],
          ],
        },
        'Glue security configuration': {
          ...security,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['fail', 'bookmarks are left in clear', ...modes('SSE-KMS', 'SSE-KMS', 'DISABLED')],
            ['pass', 'S3 and CloudWatch encrypt by themselves', ...modes('DISABLED', 'DISABLED', 'CSE-KMS')],
            ['pass', 'all three are switched on', ...modes('SSE-KMS', 'SSE-KMS', 'CSE-KMS')],
            ['undecided', 'it is a parameter', ...modes('SSE-KMS', 'SSE-KMS', unknown)],
          ],
        },
      },
      'customer-managed-key': {
        'Glue data catalog': {
          ...catalog,
          rows: [
            ['fail', 'no key is named', ...settings('SSE-KMS', true)],
            ['pass', 'keys are named', ...settings('SSE-KMS', true, 'alias/ours')],
          ],
        },
        'Glue security configuration': {
          ...security,
          rows: [
            ['fail', 'S3 keeps a key', ...modes('SSE-S3', 'SSE-KMS', 'CSE-KMS', 'alias/ours')],
            ['pass', 'keys are named', ...modes('SSE-KMS', 'SSE-KMS', 'CSE-KMS', 'alias/ours')],
          ],
        },
      },
    },
    {
      'customer-managed-key': {
        'Glue crawler': {
          cloudformation: 'AWS::Glue::Crawler',
          terraform: 'aws_glue_crawler',
          rows: [
            ['fail', 'it has no security configuration', {}, {}],
            [
              'pass',
              'its security configuration names keys',
              system({ CrawlerSecurityConfiguration: refer('rules') }, { rules: { type: security.cloudformation, properties: modes('SSE-KMS', 'SSE-KMS', 'CSE-KMS', 'alias/ours')[0] } }),
              system({ security_configuration: refer('rules') }, { rules: { type: security.terraform, properties: modes('SSE-KMS', 'SSE-KMS', 'CSE-KMS', 'alias/ours')[1] } }),
            ],
            [
              'pass',
              'its security configuration names a key for logs, and a crawler writes only logs',
              system({ CrawlerSecurityConfiguration: refer('rules') }, { rules: { type: security.cloudformation, properties: modes('DISABLED', 'SSE-KMS', 'DISABLED', 'alias/ours')[0] } }),
              system({ security_configuration: refer('rules') }, { rules: { type: security.terraform, properties: modes('DISABLED', 'SSE-KMS', 'DISABLED', 'alias/ours')[1] } }),
            ],
            [
              'fail',
              'its security configuration switches all off',
              system({ CrawlerSecurityConfiguration: refer('rules') }, { rules: { type: security.cloudformation, properties: modes('DISABLED', 'DISABLED', 'DISABLED')[0] } }),
              system({ security_configuration: refer('rules') }, { rules: { type: security.terraform, properties: modes('DISABLED', 'DISABLED', 'DISABLED')[1] } }),
            ],
            ['undecided', 'its security configuration is elsewhere', { CrawlerSecurityConfiguration: 'ours' }, { security_configuration: 'ours' }],
          ], // prettier-ignore
        },
      },
      'storage-encrypted': {
        'Glue job': {
          cloudformation: 'AWS::Glue::Job',
          terraform: 'aws_glue_job',
          rows: [
            ['pass', 'it has no security configuration: S3 encrypts', {}, {}],
            ['pass', 'its security configuration is elsewhere', { SecurityConfiguration: 'ours' }, { security_configuration: 'ours' }],
          ], // prettier-ignore
        },
      },
      'no-secret-in-clear': {
        'Glue connection': secretTable({
          ...connection,
          inCloudformation: (PASSWORD) => ({
            ConnectionInput: { ConnectionProperties: { USERNAME: 'reader', PASSWORD } },
          }),
          inTerraform: (PASSWORD) => ({ connection_properties: { USERNAME: 'reader', PASSWORD } }),
        }),
        'Glue job': {
          cloudformation: 'AWS::Glue::Job',
          terraform: 'aws_glue_job',
          rows: [
            ['fail', 'an argument holds a secret', { DefaultArguments: { '--db-password': 'hunter-2-hunter' } }, { default_arguments: { '--db-password': 'hunter-2-hunter' } }],
            ['silent', 'no argument does', { DefaultArguments: { '--stage': 'live' } }, { default_arguments: { '--stage': 'live' } }],
          ], // prettier-ignore
        },
      },
      'transit-enforced': {
        'Glue connection': {
          ...connection,
          rows: [
            ['fail', 'nothing is said', ...enforcing('JDBC', undefined)],
            ['pass', 'TLS is enforced', ...enforcing('JDBC', 'true')],
            ['fail', 'TLS is not enforced', ...enforcing('JDBC', 'false')],
            ['undecided', 'it is a parameter', ...enforcing('JDBC', unknown)],
            ['silent', 'it is of a network', ...enforcing('NETWORK', undefined)],
          ],
        },
      },
    },
    policyTables({
      noun: 'Glue resource policy',
      cloudformation: null,
      terraform: 'aws_glue_resource_policy',
      action: 'glue:GetTable',
      inTerraform: (document) => ({ policy: document }),
    }),
    glueVersion,
  ),
};
