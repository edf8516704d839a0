import { system, unknown, type ServiceRows, type Table } from '../../support/row';

const policy = (rows: Table['rows']): Record<string, Table> => ({
  'DLM lifecycle policy': { cloudformation: 'AWS::DLM::LifecyclePolicy', terraform: 'aws_dlm_lifecycle_policy', rows },
});

const event = (encrypted: unknown, key?: unknown) =>
  [
    { PolicyDetails: { Actions: [{ CrossRegionCopy: [{ EncryptionConfiguration: { Encrypted: encrypted, CmkArn: key } }] }] } },
    { policy_details: [{ action: [{ cross_region_copy: [{ encryption_configuration: [{ encrypted, cmk_arn: key }] }] }] }] },
  ] as const; // prettier-ignore
const schedule = (encrypted: unknown, key?: unknown) =>
  [
    { PolicyDetails: { Schedules: [{ Name: 'a' }, { CrossRegionCopyRules: [{ Encrypted: true }, { Encrypted: encrypted, CmkArn: key }] }] } },
    { policy_details: [{ schedule: [{ name: 'a' }, { cross_region_copy_rule: [{ encrypted: true }, { encrypted, cmk_arn: key }] }] }] },
  ] as const; // prettier-ignore

export const dlmRows: ServiceRows = {
  service: 'dlm',
  controls: {
    'backup-kept': {
      'DLM lifecycle policy': {
        cloudformation: 'AWS::DLM::LifecyclePolicy',
        terraform: 'aws_dlm_lifecycle_policy',
        rows: [
          ['pass', 'nothing is said', null, {}],
          ['undecided', 'no default is documented', {}, null],
          ['pass', 'it is switched on', { State: 'ENABLED' }, { state: 'ENABLED' }],
          ['fail', 'it is switched off', { State: 'DISABLED' }, { state: 'DISABLED' }],
          ['undecided', 'it is a parameter', { State: unknown }, { state: unknown }],
        ],
      },
    },
    'storage-encrypted': policy([
      ['silent', 'nothing is copied', { PolicyDetails: { Schedules: [{}] } }, { policy_details: [{ schedule: [{}] }] }],
      ['fail', 'the copy of an event says nothing', ...event(undefined)],
      ['fail', 'the copy of an event is in clear', ...event(false)],
      ['pass', 'the copy of an event is encrypted', ...event(true)],
      ['undecided', 'it is a parameter', ...event(unknown)],
      ['fail', 'one copy of a schedule is in clear', ...schedule(false)],
      ['pass', 'the copies of a schedule are encrypted', ...schedule(true)],
      ['pass', 'the account encrypts all new volumes', null, system(event(undefined)[1], { all: { type: 'aws_ebs_encryption_by_default', properties: {} } })],
    ]), // prettier-ignore
    'customer-managed-key': policy([
      ['fail', 'no key is named', ...event(true)],
      ['pass', 'a key is named', ...event(true, 'arn:aws:kms:eu-west-1:111122223333:key/1a')],
      ['undecided', 'the key is a parameter', ...event(true, unknown)],
    ]),
  },
};
