import { settingTables, spelled } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const keyspacesUpkeep = {
  'backup-kept': settingTables({
    'Keyspaces table': {
      types: ['AWS::Cassandra::Table', 'aws_keyspaces_table'],
      path: ['PointInTimeRecoveryEnabled', 'point_in_time_recovery.status'],
      pass: spelled(true, 'ENABLED'),
      fail: spelled(false, 'DISABLED'),
      silence: ['fail', 'fail'],
    },
  }),
};
