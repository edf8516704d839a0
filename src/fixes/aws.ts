import { edit, type Edit } from './edit';

const instance = ['AWS::RDS::DBInstance', 'aws_db_instance'] as const;
const cluster = ['AWS::RDS::DBCluster', 'aws_rds_cluster'] as const;
const cache = ['AWS::ElastiCache::ReplicationGroup', 'aws_elasticache_replication_group'] as const;
const search = ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'] as const;
const machine = ['AWS::EC2::Instance', 'aws_instance'] as const;
const machineTemplate = ['AWS::EC2::LaunchTemplate', 'aws_launch_template'] as const;
const registry = ['AWS::ECR::Repository', 'aws_ecr_repository'] as const;
const table = ['AWS::DynamoDB::Table', 'aws_dynamodb_table'] as const;
const key = ['AWS::KMS::Key', 'aws_kms_key'] as const;
const trail = ['AWS::CloudTrail::Trail', 'aws_cloudtrail'] as const;

/** Where one edit of the resource mends what is found. Names are checked against the schemas, effects against the rows. */
export const awsEdits: readonly Edit[] = [
  edit('storage-encrypted', ['AWS::EC2::Volume', 'aws_ebs_volume'], { Encrypted: true }, { encrypted: true }),
  edit('storage-encrypted', instance, { StorageEncrypted: true }, { storage_encrypted: true }),
  edit('storage-encrypted', cluster, { StorageEncrypted: true }, { storage_encrypted: true }),
  edit('storage-encrypted', ['AWS::EFS::FileSystem', 'aws_efs_file_system'], { Encrypted: true }, { encrypted: true }),
  edit('storage-encrypted', ['AWS::DocDB::DBCluster', 'aws_docdb_cluster'], { StorageEncrypted: true }, { storage_encrypted: true }),
  edit('storage-encrypted', ['AWS::Neptune::DBCluster', 'aws_neptune_cluster'], { StorageEncrypted: true }, { storage_encrypted: true }),
  edit('storage-encrypted', cache, { AtRestEncryptionEnabled: true }, { at_rest_encryption_enabled: true }),
  edit('storage-encrypted', ['AWS::DAX::Cluster', 'aws_dax_cluster'], { 'SSESpecification.SSEEnabled': true }, { 'server_side_encryption.enabled': true }),
  edit('storage-encrypted', search, { 'EncryptionAtRestOptions.Enabled': true }, { 'encrypt_at_rest.enabled': true }),
  edit('storage-encrypted', ['AWS::SQS::Queue', 'aws_sqs_queue'], { SqsManagedSseEnabled: true }, { sqs_managed_sse_enabled: true }),
  edit('storage-encrypted', ['AWS::Kinesis::Stream', 'aws_kinesis_stream'], { 'StreamEncryption.EncryptionType': 'KMS', 'StreamEncryption.KeyId': 'alias/aws/kinesis' }, { encryption_type: 'KMS', kms_key_id: 'alias/aws/kinesis' }),
  edit('storage-encrypted', [null, 'aws_instance'], {}, { 'root_block_device.encrypted': true }),
  edit('transit-encrypted', cache, { TransitEncryptionEnabled: true }, { transit_encryption_enabled: true }),
  edit('transit-enforced', search, { 'DomainEndpointOptions.EnforceHTTPS': true }, { 'domain_endpoint_options.enforce_https': true }),
  edit('key-rotation', key, { EnableKeyRotation: true }, { enable_key_rotation: true }),
  edit('key-deletion-window', key, { PendingWindowInDays: 30 }, { deletion_window_in_days: 30 }),
  edit('instance-metadata-v2', machine, { 'MetadataOptions.HttpTokens': 'required' }, { 'metadata_options.http_tokens': 'required' }),
  edit('instance-metadata-v2', machineTemplate, { 'LaunchTemplateData.MetadataOptions.HttpTokens': 'required' }, { 'metadata_options.http_tokens': 'required' }),
  edit('endpoint-not-public', instance, { PubliclyAccessible: false }, { publicly_accessible: false }),
  edit('endpoint-not-public', ['AWS::Redshift::Cluster', 'aws_redshift_cluster'], { PubliclyAccessible: false }, { publicly_accessible: false }),
  edit('endpoint-not-public', ['AWS::DMS::ReplicationInstance', 'aws_dms_replication_instance'], { PubliclyAccessible: false }, { publicly_accessible: false }),
  edit('local-auth-disabled', instance, { EnableIAMDatabaseAuthentication: true }, { iam_database_authentication_enabled: true }),
  edit('deletion-protected', instance, { DeletionProtection: true }, { deletion_protection: true }),
  edit('deletion-protected', cluster, { DeletionProtection: true }, { deletion_protection: true }),
  edit('deletion-protected', table, { DeletionProtectionEnabled: true }, { deletion_protection_enabled: true }),
  edit('backup-kept', instance, { BackupRetentionPeriod: 7 }, { backup_retention_period: 7 }),
  edit('backup-kept', table, { 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': true }, { 'point_in_time_recovery.enabled': true }),
  edit('versioned', ['AWS::S3::Bucket', null], { 'VersioningConfiguration.Status': 'Enabled' }, {}),
  edit('public-access-blocked', ['AWS::S3::Bucket', null], { 'PublicAccessBlockConfiguration.BlockPublicAcls': true, 'PublicAccessBlockConfiguration.BlockPublicPolicy': true, 'PublicAccessBlockConfiguration.IgnorePublicAcls': true, 'PublicAccessBlockConfiguration.RestrictPublicBuckets': true }, {}),
  edit('image-scanned', registry, { 'ImageScanningConfiguration.ScanOnPush': true }, { 'image_scanning_configuration.scan_on_push': true }),
  edit('image-tag-immutable', registry, { ImageTagMutability: 'IMMUTABLE' }, { image_tag_mutability: 'IMMUTABLE' }),
  edit('audit-trail-tamper-evident', trail, { EnableLogFileValidation: true }, { enable_log_file_validation: true }),
  edit('engine-upgrades-automatic', instance, { AutoMinorVersionUpgrade: true }, { auto_minor_version_upgrade: true }),
  edit('requests-traced', ['AWS::Lambda::Function', 'aws_lambda_function'], { 'TracingConfig.Mode': 'Active' }, { 'tracing_config.mode': 'Active' }),
  edit('requests-traced', ['AWS::ApiGateway::Stage', 'aws_api_gateway_stage'], { TracingEnabled: true }, { xray_tracing_enabled: true }),
  edit('logs-kept', ['AWS::Logs::LogGroup', 'aws_cloudwatch_log_group'], { RetentionInDays: 365 }, { retention_in_days: 365 }),
  edit('no-public-address', ['AWS::EC2::Subnet', 'aws_subnet'], { MapPublicIpOnLaunch: false }, { map_public_ip_on_launch: false }),
  edit('not-privileged', ['AWS::SageMaker::NotebookInstance', 'aws_sagemaker_notebook_instance'], { RootAccess: 'Disabled' }, { root_access: 'Disabled' }),
].flat(); // prettier-ignore
