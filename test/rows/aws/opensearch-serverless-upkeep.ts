import { settingTables } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const opensearchServerlessUpkeep = {
  'access-fine-grained': settingTables({
    'OpenSearch Serverless access policy': {
      types: ['AWS::OpenSearchServerless::AccessPolicy', 'aws_opensearchserverless_access_policy'],
      path: ['Policy', 'policy'],
      pass: JSON.stringify([{ Rules: [{ ResourceType: 'index', Permission: ['aoss:ReadDocument'] }] }]),
      fail: JSON.stringify([{ Rules: [{ ResourceType: 'index', Permission: ['aoss:*'] }] }]),
      silence: ['pass', 'pass'],
    },
  }),
};
