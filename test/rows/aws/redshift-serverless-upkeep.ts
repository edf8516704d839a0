import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const redshiftServerlessUpkeep = {
  'access-logged': settingTables({
    'Redshift Serverless namespace': {
      types: ['AWS::RedshiftServerless::Namespace', 'aws_redshiftserverless_namespace'],
      path: ['LogExports', 'log_exports'],
      pass: ['userlog'],
      fail: [],
      silence: ['fail', 'fail'],
    },
  }),
  'egress-confined': settingTables({
    'Redshift Serverless workgroup': {
      types: ['AWS::RedshiftServerless::Workgroup', 'aws_redshiftserverless_workgroup'],
      path: ['EnhancedVpcRouting', 'enhanced_vpc_routing'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
  }),
  'secret-managed': settingTables({
    'Redshift Serverless namespace': {
      types: ['AWS::RedshiftServerless::Namespace', 'aws_redshiftserverless_namespace'],
      path: ['ManageAdminPassword', 'manage_admin_password'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
      beside: [{ AdminUserPassword: 'x' }, { admin_user_password: 'x' }],
    },
  }),
};
