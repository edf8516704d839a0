import { guardedPolicyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

export const s3OutpostsRows: ServiceRows = {
  service: 's3-outposts',
  controls: merged(
    guardedPolicyTables({
      cloudformation: 'AWS::S3Outposts::Bucket',
      terraform: 'aws_s3control_bucket',
      noun: 'bucket on Outposts',
      action: 's3-outposts:GetObject',
      inCloudformation: (document) =>
        system(
          {},
          {
            rules: {
              type: 'AWS::S3Outposts::BucketPolicy',
              properties: { Bucket: refer('it', 'arn', 'Arn'), PolicyDocument: document },
            },
          },
        ),
      inTerraform: (document) =>
        system(
          {},
          {
            rules: {
              type: 'aws_s3control_bucket_policy',
              properties: { bucket: refer('it', 'arn'), policy: document },
            },
          },
        ),
    }),
    guardedPolicyTables({
      cloudformation: 'AWS::S3Outposts::BucketPolicy',
      terraform: 'aws_s3control_bucket_policy',
      noun: 'policy of a bucket on Outposts elsewhere',
      action: 's3-outposts:GetObject',
      inCloudformation: (document) => ({ Bucket: 'elsewhere', PolicyDocument: document }),
      inTerraform: (document) => ({ bucket: 'elsewhere', policy: document }),
    }),
    guardedPolicyTables({
      cloudformation: 'AWS::S3Outposts::AccessPoint',
      terraform: null,
      noun: 'access point on Outposts',
      action: 's3-outposts:GetObject',
      inCloudformation: (document) => ({ Policy: document }),
    }),
    {
      'storage-encrypted': {
        'bucket on Outposts': {
          cloudformation: 'AWS::S3Outposts::Bucket',
          terraform: 'aws_s3control_bucket',
          rows: [['pass', 'nothing is said', {}, {}]],
        },
      },
    },
  ),
};
