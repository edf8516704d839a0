import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const memorydbUpkeep = {
  'backup-kept': settingTables({
    'MemoryDB cluster': {
      types: ['AWS::MemoryDB::Cluster', 'aws_memorydb_cluster'],
      path: ['SnapshotRetentionLimit', 'snapshot_retention_limit'],
      pass: 7,
      fail: 0,
      silence: ['fail', 'fail'],
    },
  }),
  'engine-upgrades-automatic': settingTables({
    'MemoryDB cluster': {
      types: ['AWS::MemoryDB::Cluster', 'aws_memorydb_cluster'],
      path: ['AutoMinorVersionUpgrade', 'auto_minor_version_upgrade'],
      pass: true,
      fail: false,
      silence: ['undecided', 'pass'],
    },
  }),
};
