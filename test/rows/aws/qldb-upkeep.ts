import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const qldbUpkeep = {
  'deletion-protected': settingTables({
    'QLDB ledger': {
      types: ['AWS::QLDB::Ledger', 'aws_qldb_ledger'],
      path: ['DeletionProtection', 'deletion_protection'],
      pass: true,
      fail: false,
      silence: ['pass', 'pass'],
    },
  }),
};
