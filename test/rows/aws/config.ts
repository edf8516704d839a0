import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';

/** A recorder that something starts, in Terraform. */
const started = (it: Properties, is_enabled: unknown = true) =>
  system(it, {
    status: { type: 'aws_config_configuration_recorder_status', properties: { name: refer('it', 'name'), is_enabled } },
  });

const recorder = {
  cloudformation: 'AWS::Config::ConfigurationRecorder',
  terraform: 'aws_config_configuration_recorder',
};

const keySource = { Owner: 'AWS', SourceIdentifier: 'ACCESS_KEYS_ROTATED' };
const keySourceWords = { owner: 'AWS', source_identifier: 'ACCESS_KEYS_ROTATED' };
const keyRule = (maxAccessKeyAge?: unknown) =>
  [
    { Source: keySource, ...(maxAccessKeyAge !== undefined && { InputParameters: { maxAccessKeyAge } }) },
    { source: [keySourceWords], ...(maxAccessKeyAge !== undefined && { input_parameters: JSON.stringify({ maxAccessKeyAge }) }) },
  ] as const; // prettier-ignore

export const configRows: ServiceRows = {
  service: 'config',
  controls: {
    'threats-watched': {
      'Config recorder': {
        ...recorder,
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said: every kind of resource is recorded', {}, started({ name: 'all' })],
          ['fail', 'nothing starts it', { StartedOnCreate: false }, { name: 'all' }],
          ['fail', 'it is stopped', null, started({ name: 'all' }, false)],
          ['undecided', 'whether it is started is a parameter', { StartedOnCreate: unknown }, started({ name: 'all' }, unknown)],
          ['fail', 'it leaves kinds out', { RecordingGroup: { AllSupported: false } }, started({ name: 'all', recording_group: [{ all_supported: false }] })],
          ['fail', 'it names the kinds', { RecordingGroup: { ResourceTypes: ['AWS::EC2::Volume'] } }, started({ name: 'all', recording_group: [{ resource_types: ['AWS::EC2::Volume'] }] })],
          ['fail', 'it names the kinds that it leaves out', { RecordingGroup: { ExclusionByResourceTypes: { ResourceTypes: ['AWS::EC2::Volume'] } } }, started({ name: 'all', recording_group: [{ exclusion_by_resource_types: [{ resource_types: ['AWS::EC2::Volume'] }] }] })],
          ['undecided', 'whether it leaves kinds out is a parameter', { RecordingGroup: { AllSupported: unknown } }, started({ name: 'all', recording_group: [{ all_supported: unknown }] })],
          ['undecided', 'the kinds are a parameter', { RecordingGroup: { ResourceTypes: unknown } }, started({ name: 'all', recording_group: [{ resource_types: unknown }] })],
        ],
      },
      'status of a recorder elsewhere': {
        cloudformation: null,
        terraform: 'aws_config_configuration_recorder_status',
        // prettier-ignore
        rows: [
          ['pass', 'it is started', null, { name: 'elsewhere', is_enabled: true }],
          ['fail', 'it is stopped', null, { name: 'elsewhere', is_enabled: false }],
          ['silent', 'the recorder beside it answers', null, system({ name: refer('all', 'name'), is_enabled: false }, { all: { type: 'aws_config_configuration_recorder', properties: { name: 'all' } } })],
        ],
      },
    },
    'watch-complete': {
      'rule on the age of access keys': {
        cloudformation: 'AWS::Config::ConfigRule',
        terraform: 'aws_config_config_rule',
        rows: [
          ['pass', 'nothing is said of the age', ...keyRule()],
          ['pass', 'ninety days', ...keyRule(90)],
          ['fail', 'a hundred days', ...keyRule(100)],
          ['fail', 'as text', ...keyRule('100')],
          [
            'undecided',
            'its parameters are a parameter',
            { Source: keySource, InputParameters: unknown },
            { source: [keySourceWords], input_parameters: unknown },
          ],
          [
            'silent',
            'it is about something else',
            { Source: { Owner: 'AWS', SourceIdentifier: 'EIP_ATTACHED' } },
            { source: [{ owner: 'AWS', source_identifier: 'EIP_ATTACHED' }] },
          ],
        ],
      },
      'Config recorder': {
        ...recorder,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said: IAM is left out', {}, { name: 'all' }],
          ['pass', 'IAM is recorded', { RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true } }, { name: 'all', recording_group: [{ all_supported: true, include_global_resource_types: true }] }],
          ['undecided', 'whether IAM is recorded is a parameter', { RecordingGroup: { IncludeGlobalResourceTypes: unknown } }, { name: 'all', recording_group: [{ include_global_resource_types: unknown }] }],
        ],
      },
      'Config aggregator': {
        cloudformation: 'AWS::Config::ConfigurationAggregator',
        terraform: 'aws_config_configuration_aggregator',
        // prettier-ignore
        rows: [
          ['pass', 'it takes in every region of the accounts', { AccountAggregationSources: [{ AccountIds: ['1'], AllAwsRegions: true }] }, { account_aggregation_source: [{ account_ids: ['1'], all_regions: true }] }],
          ['pass', 'it takes in every region of the organization', { OrganizationAggregationSource: { AllAwsRegions: true } }, { organization_aggregation_source: [{ all_regions: true }] }],
          ['fail', 'it names the regions', { AccountAggregationSources: [{ AccountIds: ['1'], AwsRegions: ['eu-west-1'] }] }, { account_aggregation_source: [{ account_ids: ['1'], regions: ['eu-west-1'] }] }],
          ['fail', 'nothing is said', {}, {}],
          ['undecided', 'whether every region is a parameter', { OrganizationAggregationSource: { AllAwsRegions: unknown } }, { organization_aggregation_source: [{ all_regions: unknown }] }],
          ['undecided', 'the sources are a parameter', { AccountAggregationSources: unknown }, { account_aggregation_source: unknown }],
        ],
      },
    },
    'logs-kept': {
      'Config history': {
        cloudformation: null,
        terraform: 'aws_config_retention_configuration',
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said', null, {}],
          ['fail', 'a month', null, { retention_period_in_days: 30 }],
          ['undecided', 'it is a variable', null, { retention_period_in_days: unknown }],
        ],
      },
    },
  },
};
