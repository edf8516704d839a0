import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::S3Files::FileSystem', 'aws_s3files_file_system'],
    places: {
      noun: 'S3 file system',
      companions: [
        {
          types: ['AWS::S3Files::FileSystemPolicy', 'aws_s3files_file_system_policy'],
          target: ['FileSystemId', 'file_system_id'],
          document: ['Policy', 'policy'],
        },
      ],
    },
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-encryption.html
    encryption: withKey(['KmsKeyId', 'kms_key_id'], 'provider-key', 'S3 Files always encrypts'),
  },
];

export const s3Files: Service = {
  name: 's3-files',
  types: {
    cloudformation: [
      // Ways into a file system, which has the facts.
      'AWS::S3Files::AccessPoint',
      'AWS::S3Files::FileSystem',
      'AWS::S3Files::FileSystemPolicy',
      'AWS::S3Files::MountTarget',
    ],
    terraform: [
      'aws_s3files_access_point',
      'aws_s3files_file_system',
      'aws_s3files_file_system_policy',
      'aws_s3files_mount_target',
      'aws_s3files_synchronization_configuration',
    ],
  },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores),
};
