import { unknown, type ServiceRows, type Table } from '../../support/row';

const option = (namespace: string, name: string, value: unknown) =>
  [
    { OptionSettings: [{ Namespace: 'aws:ec2:vpc', OptionName: 'VPCId', Value: 'vpc-1' }, { Namespace: namespace, OptionName: name, Value: value }] },
    { setting: [{ namespace: 'aws:ec2:vpc', name: 'VPCId', value: 'vpc-1' }, { namespace, name, value }] },
  ] as const; // prettier-ignore
const application = 'aws:elasticbeanstalk:application:environment';

const rows: Table['rows'] = [
  ['silent', 'it has no options', {}, {}],
  ['fail', 'a variable holds a secret', ...option(application, 'SECRET_KEY', 'hunter-2-hunter')],
  ['silent', 'a variable holds none', ...option(application, 'STAGE', 'live')],
  ['fail', 'the password of the database is written', ...option('aws:rds:dbinstance', 'DBPassword', 'hunter-2-hunter')],
  ['silent', 'an option of another kind sounds like a secret', ...option('aws:ours', 'SECRET_KEY', 'a')],
  ['silent', 'nothing is known of its options', { OptionSettings: unknown }, { setting: unknown }],
];

export const elasticBeanstalkRows: ServiceRows = {
  service: 'elastic-beanstalk',
  controls: {
    'no-secret-in-clear': {
      'Elastic Beanstalk environment': {
        cloudformation: 'AWS::ElasticBeanstalk::Environment',
        terraform: 'aws_elastic_beanstalk_environment',
        rows,
      },
      'Elastic Beanstalk configuration template': {
        cloudformation: 'AWS::ElasticBeanstalk::ConfigurationTemplate',
        terraform: 'aws_elastic_beanstalk_configuration_template',
        rows,
      },
    },
  },
};
