import { unknown, type Row } from '../../support/row';
import { settingTables, spelled } from '../../support/setting-rows';

/** Backups, guards, upgrades, versions and records. */
export const opensearchUpkeep = {
  'placed-in-network': {
    'OpenSearch domain': {
      cloudformation: 'AWS::OpenSearchService::Domain',
      terraform: 'aws_opensearch_domain',
      rows: [
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'subnets are named', { VPCOptions: { SubnetIds: ['a'] } }, { vpc_options: [{ subnet_ids: ['a'] }] }],
        ['undecided', 'the network is settled at deployment', null, { vpc_options: unknown }],
      ] satisfies readonly Row[],
    },
  },
  'security-groups-named': settingTables({
    'OpenSearch domain': {
      types: ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'],
      path: ['VPCOptions.SecurityGroupIds', 'vpc_options.security_group_ids'],
      pass: ['sg-1'],
      fail: [],
      silence: ['silent', 'silent'],
      more: [
        ['fail', 'it is in a network', { VPCOptions: { SubnetIds: ['a'] } }, { vpc_options: [{ subnet_ids: ['a'] }] }],
      ],
    },
  }),
  'access-logged': settingTables({
    'OpenSearch domain': {
      types: ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'],
      path: ['LogPublishingOptions', 'log_publishing_options'],
      pass: spelled({ AUDIT_LOGS: { Enabled: true } }, [{ log_type: 'AUDIT_LOGS' }]),
      fail: spelled({ AUDIT_LOGS: { Enabled: false } }, [{ log_type: 'AUDIT_LOGS', enabled: false }]),
      silence: ['fail', 'fail'],
    },
    'Elasticsearch domain': {
      types: ['AWS::Elasticsearch::Domain', 'aws_elasticsearch_domain'],
      path: ['LogPublishingOptions', 'log_publishing_options'],
      pass: spelled({ AUDIT_LOGS: { Enabled: true } }, [{ log_type: 'AUDIT_LOGS' }]),
      fail: spelled({ AUDIT_LOGS: { Enabled: false } }, [{ log_type: 'AUDIT_LOGS', enabled: false }]),
      silence: ['fail', 'fail'],
    },
  }),
  'execution-logged': settingTables({
    'OpenSearch domain': {
      types: ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'],
      path: ['LogPublishingOptions', 'log_publishing_options'],
      pass: spelled({ ES_APPLICATION_LOGS: { Enabled: true } }, [{ log_type: 'ES_APPLICATION_LOGS' }]),
      fail: spelled({ ES_APPLICATION_LOGS: { Enabled: false } }, [{ log_type: 'ES_APPLICATION_LOGS', enabled: false }]),
      silence: ['fail', 'fail'],
    },
    'Elasticsearch domain': {
      types: ['AWS::Elasticsearch::Domain', 'aws_elasticsearch_domain'],
      path: ['LogPublishingOptions', 'log_publishing_options'],
      pass: spelled({ ES_APPLICATION_LOGS: { Enabled: true } }, [{ log_type: 'ES_APPLICATION_LOGS' }]),
      fail: spelled({ ES_APPLICATION_LOGS: { Enabled: false } }, [{ log_type: 'ES_APPLICATION_LOGS', enabled: false }]),
      silence: ['fail', 'fail'],
    },
  }),
  'access-fine-grained': settingTables({
    'OpenSearch domain': {
      types: ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'],
      path: ['AdvancedSecurityOptions.Enabled', 'advanced_security_options.enabled'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
  }),
  'engine-upgrades-automatic': settingTables({
    'OpenSearch domain': {
      types: ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'],
      path: ['SoftwareUpdateOptions.AutoSoftwareUpdateEnabled', 'software_update_options.auto_software_update_enabled'],
      pass: true,
      fail: false,
      silence: ['fail', 'fail'],
    },
  }),
  'runtime-supported': settingTables({
    'OpenSearch domain': {
      types: ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'],
      path: ['EngineVersion', 'engine_version'],
      pass: 'OpenSearch_2.19',
      fail: 'Elasticsearch_6.0',
      silence: ['pass', 'pass'],
    },
    'Elasticsearch domain': {
      types: ['AWS::Elasticsearch::Domain', 'aws_elasticsearch_domain'],
      path: ['ElasticsearchVersion', 'elasticsearch_version'],
      pass: '7.10',
      fail: '1.5',
      silence: ['fail', 'fail'],
    },
  }),
  'backup-kept': {
    'OpenSearch domain': {
      cloudformation: 'AWS::OpenSearchService::Domain',
      terraform: 'aws_opensearch_domain',
      rows: [['pass', 'nothing is said', {}, {}]] as const,
    },
  },
};
