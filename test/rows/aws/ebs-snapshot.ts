import { refer, system, unknown, type ServiceRows } from '../../support/row';

const of = (encrypted: unknown) =>
  system({ volume_id: refer('volume') }, { volume: { type: 'aws_ebs_volume', properties: { encrypted } } });

export const ebsSnapshotRows: ServiceRows = {
  service: 'ebs-snapshot',
  controls: {
    'storage-encrypted': {
      'EBS snapshot': {
        cloudformation: null,
        terraform: 'aws_ebs_snapshot',
        rows: [
          ['pass', 'its volume is encrypted', null, of(true)],
          ['fail', 'its volume says nothing', null, of(undefined)],
          ['undecided', 'its volume is a parameter', null, of(unknown)],
          ['undecided', 'its volume is elsewhere', null, { volume_id: 'vol-1' }],
          ['pass', 'it exists, and is encrypted', null, { volume_id: 'vol-1', encrypted: true }],
        ],
      },
      'imported EBS snapshot': {
        cloudformation: null,
        terraform: 'aws_ebs_snapshot_import',
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['pass', 'it is encrypted', null, { encrypted: true }],
        ],
      },
    },
    'snapshot-not-shared': {
      'create-volume permission': {
        cloudformation: null,
        terraform: 'aws_snapshot_create_volume_permission',
        rows: [['fail', 'an account may use it', null, { snapshot_id: 'snap-1', account_id: '111122223333' }]],
      },
    },
    'snapshot-not-public': {
      permission: {
        cloudformation: null,
        terraform: 'aws_snapshot_create_volume_permission',
        rows: [
          ['pass', 'one account is named', null, { snapshot_id: 'snap-1', account_id: '111122223333' }],
          ['fail', 'everyone is named', null, { snapshot_id: 'snap-1', account_id: 'all' }],
          ['undecided', 'the account is a parameter', null, { snapshot_id: 'snap-1', account_id: unknown }],
        ],
      },
    },
    'public-access-blocked': {
      'guard of EBS snapshots': {
        cloudformation: 'AWS::EC2::SnapshotBlockPublicAccess',
        terraform: 'aws_ebs_snapshot_block_public_access',
        rows: [
          ['pass', 'all sharing is blocked', { State: 'block-all-sharing' }, { state: 'block-all-sharing' }],
          ['pass', 'new sharing is blocked', { State: 'block-new-sharing' }, { state: 'block-new-sharing' }],
          ['fail', 'it is not', { State: 'unblocked' }, { state: 'unblocked' }],
          ['undecided', 'it is a parameter', { State: unknown }, { state: unknown }],
        ],
      },
    },
  },
};
