import { unknown, type ServiceRows } from '../../support/row';

export const backupVaultRows: ServiceRows = {
  service: 'backup-vault',
  controls: {
    'copies-immutable': {
      'backup vault': {
        cloudformation: null,
        terraform: 'google_backup_dr_backup_vault',
        rows: [
          ['pass', 'it is locked from a day on', null, { effective_time: '2030-01-01T00:00:00Z' }],
          ['fail', 'nothing is said', null, {}],
          ['undecided', 'the day is a variable', null, { effective_time: unknown }],
        ],
      },
    },
  },
};
