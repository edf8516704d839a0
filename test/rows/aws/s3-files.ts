import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

export const s3FilesRows: ServiceRows = {
  service: 's3-files',
  controls: merged(
    keptStoreTables({
      cloudformation: 'AWS::S3Files::FileSystem',
      terraform: 'aws_s3files_file_system',
      noun: 'S3 file system',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform: (key) => ({ kms_key_id: key }),
    }),
    policyTables({
      cloudformation: 'AWS::S3Files::FileSystem',
      terraform: 'aws_s3files_file_system',
      noun: 'S3 file system',
      action: 's3files:ClientMount',
      inCloudformation: (document) =>
        system(
          {},
          {
            rules: {
              type: 'AWS::S3Files::FileSystemPolicy',
              properties: { FileSystemId: refer('it', 'id', 'FileSystemId'), Policy: document },
            },
          },
        ),
      inTerraform: (document) =>
        system(
          {},
          {
            rules: {
              type: 'aws_s3files_file_system_policy',
              properties: { file_system_id: refer(), policy: document },
            },
          },
        ),
      withoutPolicy: [{}, {}],
    }),
    policyTables({
      cloudformation: 'AWS::S3Files::FileSystemPolicy',
      terraform: 'aws_s3files_file_system_policy',
      noun: 'policy of a file system elsewhere',
      action: 's3files:ClientMount',
      inCloudformation: (document) => ({ FileSystemId: 'elsewhere', Policy: document }),
      inTerraform: (document) => ({ file_system_id: 'elsewhere', policy: document }),
    }),
  ),
};
