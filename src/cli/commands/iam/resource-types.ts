/**
 * The types of the custom check for public access, and the actions that a policy of each can allow.
 *
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const resourceTypes: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::RestApi': ['execute-api:*'],
  'AWS::Backup::BackupVault': ['backup:*'],
  'AWS::CloudTrail::Dashboard': ['cloudtrail:*'],
  'AWS::CloudTrail::EventDataStore': ['cloudtrail:*'],
  'AWS::CodeArtifact::Domain': ['codeartifact:*'],
  'AWS::DynamoDB::Stream': ['dynamodb:*'],
  'AWS::DynamoDB::Table': ['dynamodb:*'],
  'AWS::EFS::FileSystem': ['elasticfilesystem:*'],
  'AWS::IAM::AssumeRolePolicyDocument': ['sts:AssumeRole*'],
  'AWS::KMS::Key': ['kms:*'],
  'AWS::Kinesis::Stream': ['kinesis:*'],
  'AWS::Kinesis::StreamConsumer': ['kinesis:*'],
  'AWS::Lambda::Function': ['lambda:*'],
  'AWS::OpenSearchService::Domain': ['es:*'],
  'AWS::S3::AccessPoint': ['s3:*'],
  'AWS::S3::Bucket': ['s3:*'],
  'AWS::S3::Glacier': ['glacier:*'],
  'AWS::S3Express::AccessPoint': ['s3express:*'],
  'AWS::S3Express::DirectoryBucket': ['s3express:*'],
  'AWS::S3Outposts::AccessPoint': ['s3-outposts:*'],
  'AWS::S3Outposts::Bucket': ['s3-outposts:*'],
  'AWS::S3Tables::Table': ['s3tables:*'],
  'AWS::S3Tables::TableBucket': ['s3tables:*'],
  'AWS::SNS::Topic': ['sns:*'],
  'AWS::SQS::Queue': ['sqs:*'],
  'AWS::SecretsManager::Secret': ['secretsmanager:*'],
};
