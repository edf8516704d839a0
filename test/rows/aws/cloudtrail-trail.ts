import { unknown, type Properties, type ServiceRows } from '../../support/row';

const trail = { cloudformation: 'AWS::CloudTrail::Trail', terraform: 'aws_cloudtrail' };

/** A trail that records everything, with something said otherwise, in both vocabularies. */
const whole = (cloudformation: Properties, terraform: Properties) =>
  [
    { S3BucketName: 'logs', IsLogging: true, IsMultiRegionTrail: true, ...cloudformation },
    { s3_bucket_name: 'logs', is_multi_region_trail: true, ...terraform },
  ] as const;
const selectors = (cloudformation: unknown, terraform: unknown) =>
  whole({ EventSelectors: cloudformation }, { event_selector: terraform });
const advanced = (category: unknown) =>
  whole(
    { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: [category] }] }] },
    { advanced_event_selector: [{ field_selector: [{ field: 'eventCategory', equals: [category] }] }] },
  );

export const cloudtrailTrailRows: ServiceRows = {
  service: 'cloudtrail',
  controls: {
    'audit-trail-complete': {
      'CloudTrail trail': {
        ...trail,
        // prettier-ignore
        rows: [
          ['pass', 'every region is recorded', ...whole({}, {})],
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'one region is recorded', ...whole({ IsMultiRegionTrail: false }, { is_multi_region_trail: false })],
          ['fail', 'it is switched off', ...whole({ IsLogging: false }, { enable_logging: false })],
          ['fail', 'global services are left out', ...whole({ IncludeGlobalServiceEvents: false }, { include_global_service_events: false })],
          ['undecided', 'whether every region is a parameter', ...whole({ IsMultiRegionTrail: unknown }, { is_multi_region_trail: unknown })],
          ['fail', 'its selectors leave management events out', ...selectors([{ IncludeManagementEvents: false }], [{ include_management_events: false }])],
          ['fail', 'its selectors take in reads alone', ...selectors([{ ReadWriteType: 'ReadOnly' }], [{ read_write_type: 'ReadOnly' }])],
          ['pass', 'one selector takes in reads, another one writes', ...selectors([{ ReadWriteType: 'ReadOnly' }, { ReadWriteType: 'WriteOnly' }], [{ read_write_type: 'ReadOnly' }, { read_write_type: 'WriteOnly' }])],
          ['undecided', 'whether they take in management events is a parameter', ...selectors([{ IncludeManagementEvents: unknown }], [{ include_management_events: unknown }])],
          ['undecided', 'its selectors are a parameter', ...selectors(unknown, unknown)],
          ['pass', 'a selector of fields takes in management events', ...advanced('Management')],
          ['fail', 'a selector of fields takes in data events alone', ...advanced('Data')],
          ['undecided', 'what it takes in is a parameter', ...advanced(unknown)],
        ],
      },
    },
    'audit-trail-tamper-evident': {
      'CloudTrail trail': {
        ...trail,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'log files are validated', { EnableLogFileValidation: true }, { enable_log_file_validation: true }],
          ['undecided', 'it is a parameter', { EnableLogFileValidation: unknown }, { enable_log_file_validation: unknown }],
        ],
      },
    },
    'audit-trail-watched': {
      'CloudTrail trail': {
        ...trail,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a log group gets the records', { CloudWatchLogsLogGroupArn: 'arn', CloudWatchLogsRoleArn: 'arn' }, { cloud_watch_logs_group_arn: 'arn', cloud_watch_logs_role_arn: 'arn' }],
          ['fail', 'without a role nothing is delivered', { CloudWatchLogsLogGroupArn: 'arn' }, { cloud_watch_logs_group_arn: 'arn' }],
          ['undecided', 'it is a parameter', { CloudWatchLogsLogGroupArn: unknown, CloudWatchLogsRoleArn: 'arn' }, { cloud_watch_logs_group_arn: unknown, cloud_watch_logs_role_arn: 'arn' }],
        ],
      },
    },
    'audit-trail-data-events': {
      'CloudTrail trail': {
        ...trail,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', ...whole({}, {})],
          ['pass', 'a selector names data', ...selectors([{ DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }] }], [{ data_resource: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }] }])],
          ['fail', 'a selector names none', ...selectors([{ ReadWriteType: 'All' }], [{ read_write_type: 'All' }])],
          ['pass', 'a selector of fields takes in data events', ...advanced('Data')],
          ['fail', 'a selector of fields takes in management events alone', ...advanced('Management')],
          ['undecided', 'its selectors are a parameter', ...selectors(unknown, unknown)],
        ],
      },
    },
    'logs-kept': {
      'CloudTrail event data store': {
        cloudformation: 'AWS::CloudTrail::EventDataStore',
        terraform: 'aws_cloudtrail_event_data_store',
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['pass', 'at a fixed price it is kept for longer', { BillingMode: 'FIXED_RETENTION_PRICING' }, { billing_mode: 'FIXED_RETENTION_PRICING' }],
          ['fail', 'a quarter', { RetentionPeriod: 90 }, { retention_period: 90 }],
          ['undecided', 'it is a parameter', { RetentionPeriod: unknown }, { retention_period: unknown }],
        ],
      },
    },
    'removal-guarded': {
      'CloudTrail event data store': {
        cloudformation: 'AWS::CloudTrail::EventDataStore',
        terraform: 'aws_cloudtrail_event_data_store',
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'it is off', { TerminationProtectionEnabled: false }, { termination_protection_enabled: false }],
          ['undecided', 'it is a parameter', { TerminationProtectionEnabled: unknown }, { termination_protection_enabled: unknown }],
        ],
      },
    },
  },
};
