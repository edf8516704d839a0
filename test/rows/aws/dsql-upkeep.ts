import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const dsqlUpkeep = {
  'deletion-protected': settingTables({
    'Aurora DSQL cluster': {
      types: ['AWS::DSQL::Cluster', 'aws_dsql_cluster'],
      path: ['DeletionProtectionEnabled', 'deletion_protection_enabled'],
      pass: true,
      fail: false,
      silence: ['undecided', 'undecided'],
    },
  }),
};
