import { refer, system, unknown, type ServiceRows } from '../../support/row';

const types = { cloudformation: 'AWS::GuardDuty::Detector', terraform: 'aws_guardduty_detector' };
const feature = (status: unknown) =>
  system({}, {
    s3: { type: 'aws_guardduty_detector_feature', properties: { detector_id: refer(), name: 'S3_DATA_EVENTS', status } },
  }); // prettier-ignore

export const guarddutyRows: ServiceRows = {
  service: 'guardduty',
  controls: {
    'threats-watched': {
      'GuardDuty detector': {
        ...types,
        // prettier-ignore
        rows: [
          ['pass', 'it is on', { Enable: true }, { enable: true }],
          ['pass', 'nothing is said: the provider switches it on', null, {}],
          ['fail', 'nothing is said, where something must be', {}, null],
          ['fail', 'it is off', { Enable: false }, { enable: false }],
          ['undecided', 'it is a parameter', { Enable: unknown }, { enable: unknown }],
        ],
      },
      'GuardDuty of the organization': {
        cloudformation: null,
        terraform: 'aws_guardduty_organization_configuration',
        // prettier-ignore
        rows: [
          ['pass', 'all accounts', null, { auto_enable_organization_members: 'ALL' }],
          ['fail', 'none', null, { auto_enable_organization_members: 'NONE' }],
          ['pass', 'new ones, as older providers say', null, { auto_enable: true }],
          ['undecided', 'it is a variable', null, { auto_enable_organization_members: unknown }],
        ],
      },
      'feature of a detector elsewhere': {
        cloudformation: null,
        terraform: 'aws_guardduty_detector_feature',
        // prettier-ignore
        rows: [
          ['pass', 'it is on', null, { detector_id: 'elsewhere', status: 'ENABLED' }],
          ['fail', 'it is off', null, { detector_id: 'elsewhere', status: 'DISABLED' }],
        ],
      },
    },
    'watch-complete': {
      'GuardDuty detector': {
        ...types,
        // prettier-ignore
        rows: [
          ['pass', 'no feature is switched off', { Enable: true }, { enable: true }],
          ['fail', 'a feature is switched off', { Enable: true, Features: [{ Name: 'S3_DATA_EVENTS', Status: 'DISABLED' }] }, feature('DISABLED')],
          ['pass', 'a feature is switched on', { Enable: true, Features: [{ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }] }, feature('ENABLED')],
          ['fail', 'a data source is switched off', { Enable: true, DataSources: { S3Logs: { Enable: false } } }, { datasources: [{ s3_logs: [{ enable: false }] }] }],
          ['undecided', 'whether a feature is on is a parameter', { Enable: true, Features: [{ Name: 'S3_DATA_EVENTS', Status: unknown }] }, feature(unknown)],
        ],
      },
    },
  },
};
