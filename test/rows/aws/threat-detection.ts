import { refer, system, unknown, type ServiceRows } from '../../support/row';

const analyzer = { cloudformation: 'AWS::AccessAnalyzer::Analyzer', terraform: 'aws_accessanalyzer_analyzer' };
const hub = { cloudformation: 'AWS::SecurityHub::Hub', terraform: 'aws_securityhub_account' };
const organization = {
  cloudformation: 'AWS::SecurityHub::OrganizationConfiguration',
  terraform: 'aws_securityhub_organization_configuration',
};
const unused = { cloudformation: { Type: 'ACCOUNT_UNUSED_ACCESS' }, terraform: { type: 'ACCOUNT_UNUSED_ACCESS' } };

export const threatDetectionRows: ServiceRows = {
  service: 'threat-detection',
  controls: {
    'threats-watched': {
      'Security Hub': {
        ...hub,
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said: the default standards', {}, {}],
          ['fail', 'without standards', { EnableDefaultStandards: false }, { enable_default_standards: false }],
          ['pass', 'with a standard of its own', system({ EnableDefaultStandards: false }, { cis: { type: 'AWS::SecurityHub::Standard', properties: { StandardsArn: 'arn' } } }), system({ enable_default_standards: false }, { cis: { type: 'aws_securityhub_standards_subscription', properties: { standards_arn: 'arn', depends_on: refer() } } })],
          ['undecided', 'it is a parameter', { EnableDefaultStandards: unknown }, { enable_default_standards: unknown }],
        ],
      },
      'Security Hub of the organization': {
        ...organization,
        // prettier-ignore
        rows: [
          ['pass', 'new accounts are watched', { AutoEnable: true }, { auto_enable: true }],
          ['fail', 'they are not', { AutoEnable: false }, { auto_enable: false }],
          ['pass', 'policies say who is', { AutoEnable: false, ConfigurationType: 'CENTRAL' }, { auto_enable: false, organization_configuration: [{ configuration_type: 'CENTRAL' }] }],
          ['undecided', 'it is a parameter', { AutoEnable: unknown }, { auto_enable: unknown }],
        ],
      },
      'Inspector of the organization': {
        cloudformation: null,
        terraform: 'aws_inspector2_organization_configuration',
        // prettier-ignore
        rows: [
          ['pass', 'machines of new accounts', null, { auto_enable: [{ ec2: true, ecr: false }] }],
          ['fail', 'none', null, { auto_enable: [{ ec2: false, ecr: false }] }],
        ],
      },
      'Macie of the organization': {
        cloudformation: null,
        terraform: 'aws_macie2_organization_configuration',
        rows: [['fail', 'it does not', null, { auto_enable: false }]],
      },
      'Detective of the organization': {
        cloudformation: null,
        terraform: 'aws_detective_organization_configuration',
        rows: [['pass', 'it does', null, { auto_enable: true }]],
      },
      Macie: {
        cloudformation: 'AWS::Macie::Session',
        terraform: 'aws_macie2_account',
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'it is paused', { Status: 'PAUSED' }, { status: 'PAUSED' }],
          ['undecided', 'it is a parameter', { Status: unknown }, { status: unknown }],
        ],
      },
    },
    'watch-complete': {
      'Security Hub': {
        ...hub,
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'new checks stay off', { AutoEnableControls: false }, { auto_enable_controls: false }],
        ],
      },
      'Inspector of the organization': {
        cloudformation: null,
        terraform: 'aws_inspector2_organization_configuration',
        rows: [['fail', 'machines alone', null, { auto_enable: [{ ec2: true, ecr: false }] }]],
      },
      'Access analyzer': {
        ...analyzer,
        // prettier-ignore
        rows: [
          ['pass', 'it looks outside', { Type: 'ACCOUNT' }, { type: 'ORGANIZATION' }],
          ['pass', 'nothing is said', null, {}],
          ['fail', 'it looks for what is not used, and nothing else', unused.cloudformation, unused.terraform],
          ['pass', 'another one looks outside', system(unused.cloudformation, { outside: { type: 'AWS::AccessAnalyzer::Analyzer', properties: { Type: 'ACCOUNT' } } }), system(unused.terraform, { outside: { type: 'aws_accessanalyzer_analyzer', properties: { type: 'ACCOUNT' } } })],
          ['undecided', 'it is a parameter', { Type: unknown }, { type: unknown }],
        ],
      },
    },
  },
};
