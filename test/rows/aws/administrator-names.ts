import { refer, system, unknown, type Properties, type Row, type ServiceRows, type Table } from '../../support/row';

interface Named {
  readonly service: string;
  readonly noun: string;
  readonly types: readonly [cloudformation: string, terraform: string];
  readonly inCloudformation: (name: unknown) => Properties;
  readonly inTerraform: (name: unknown) => Properties;
}

/** Rows for what the first user of a service is called. */
function named({ service, noun, types, inCloudformation: c, inTerraform: t }: Named): ServiceRows {
  const table = (rows: readonly Row[]): Readonly<Record<string, Table>> => ({
    [noun]: { cloudformation: types[0], terraform: types[1], rows },
  });
  const password = { password: { type: 'random_pet', properties: {} } };
  return {
    service,
    controls: {
      'administrator-name-own': table([
        ['fail', 'it is that of the documentation', c('admin'), t('admin')],
        ['pass', 'it is one of your own', c('ledger_owner'), t('ledger_owner')],
        ['undecided', 'it is a parameter', c(unknown), t(unknown)],
        ['undecided', 'Secrets Manager keeps it', c('{{resolve:secretsmanager:ours:SecretString:username}}'), null],
        ['silent', 'nothing is said', {}, {}],
      ]),
      'administrator-name-kept': table([
        ['fail', 'it is written', c('ledger_owner'), t('ledger_owner')],
        ['fail', 'it is a parameter that is not masked', c(unknown), null],
        ['pass', 'Secrets Manager keeps it', c('{{resolve:secretsmanager:ours:SecretString:username}}'), null],
        ['pass', 'another resource makes it', null, system(t(refer('password', 'id')), password)],
        ['undecided', 'nobody knows where it comes from', null, t(unknown)],
        ['silent', 'nothing is said', {}, {}],
      ]),
    },
  };
}

const master = {
  inCloudformation: (MasterUsername: unknown) => ({ MasterUsername }),
  inTerraform: (name: unknown) => ({ master_username: name }),
};

export const docdbAdministrator = named({
  service: 'docdb',
  noun: 'DocumentDB cluster',
  types: ['AWS::DocDB::DBCluster', 'aws_docdb_cluster'],
  ...master,
});

export const lightsailAdministrator = named({
  service: 'lightsail',
  noun: 'Lightsail database',
  types: ['AWS::Lightsail::Database', 'aws_lightsail_database'],
  ...master,
});

export const opensearchAdministrator = named({
  service: 'opensearch',
  noun: 'OpenSearch domain',
  types: ['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'],
  inCloudformation: (MasterUserName) => ({ AdvancedSecurityOptions: { MasterUserOptions: { MasterUserName } } }),
  inTerraform: (name) => ({ advanced_security_options: [{ master_user_options: [{ master_user_name: name }] }] }),
});

export const rdsAdministrator = named({
  service: 'rds',
  noun: 'RDS instance',
  types: ['AWS::RDS::DBInstance', 'aws_db_instance'],
  inCloudformation: (MasterUsername) => ({ MasterUsername }),
  inTerraform: (username) => ({ username }),
});

export const rdsClusterAdministrator = named({
  service: 'rds',
  noun: 'RDS cluster',
  types: ['AWS::RDS::DBCluster', 'aws_rds_cluster'],
  ...master,
});

export const redshiftAdministrator = named({
  service: 'redshift',
  noun: 'Redshift cluster',
  types: ['AWS::Redshift::Cluster', 'aws_redshift_cluster'],
  ...master,
});

export const redshiftServerlessAdministrator = named({
  service: 'redshift-serverless',
  noun: 'Redshift Serverless namespace',
  types: ['AWS::RedshiftServerless::Namespace', 'aws_redshiftserverless_namespace'],
  inCloudformation: (AdminUsername) => ({ AdminUsername }),
  inTerraform: (name) => ({ admin_username: name }),
});
