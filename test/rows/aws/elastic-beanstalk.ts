import { unknown, type ServiceRows, type Table } from '../../support/row';

const option = (namespace: string, name: string, value: unknown) =>
  [
    { OptionSettings: [{ Namespace: 'aws:ec2:vpc', OptionName: 'VPCId', Value: 'vpc-1' }, { Namespace: namespace, OptionName: name, Value: value }] },
    { setting: [{ namespace: 'aws:ec2:vpc', name: 'VPCId', value: 'vpc-1' }, { namespace, name, value }] },
  ] as const; // prettier-ignore
const environment = {
  cloudformation: 'AWS::ElasticBeanstalk::Environment',
  terraform: 'aws_elastic_beanstalk_environment',
};
const options = (...list: readonly (readonly [namespace: string, name: string, value: unknown])[]) =>
  [
    { OptionSettings: list.map(([Namespace, OptionName, Value]) => ({ Namespace, OptionName, Value })) },
    { setting: list.map(([namespace, name, value]) => ({ namespace, name, value })) },
  ] as const;
const updates = 'aws:elasticbeanstalk:managedactions';
const level = 'aws:elasticbeanstalk:managedactions:platformupdate';
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
    'access-logged': {
      'Elastic Beanstalk environment': {
        ...environment,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'logs are streamed', ...options(['aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs', 'true'])],
          ['pass', 'logs are sent to S3', ...options(['aws:elasticbeanstalk:hostmanager', 'LogPublicationControl', true])],
          ['undecided', 'nothing is known of its options', { OptionSettings: unknown }, { setting: unknown }],
        ], // prettier-ignore
      },
    },
    'default-network-unused': {
      'Elastic Beanstalk environment': {
        ...environment,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a network is named', ...options(['aws:ec2:vpc', 'VPCId', 'vpc-1'])],
          ['undecided', 'a saved configuration may name one', { TemplateName: 'saved' }, { template_name: 'saved' }],
        ],
      },
    },
    'instance-metadata-v2': {
      'Elastic Beanstalk environment': {
        ...environment,
        rows: [
          ['silent', 'nothing is said: the platform decides', {}, {}],
          ['pass', 'the first version is off', ...options(['aws:autoscaling:launchconfiguration', 'DisableIMDSv1', 'true'])],
          ['fail', 'the first version is on', ...options(['aws:autoscaling:launchconfiguration', 'DisableIMDSv1', 'false'])],
          ['undecided', 'it is a parameter', ...options(['aws:autoscaling:launchconfiguration', 'DisableIMDSv1', unknown])],
        ], // prettier-ignore
      },
    },
    'monitored-in-detail': {
      'Elastic Beanstalk environment': {
        ...environment,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'health is reported in detail', ...options(['aws:elasticbeanstalk:healthreporting:system', 'SystemType', 'enhanced'])],
          ['undecided', 'it is a parameter', ...options(['aws:elasticbeanstalk:healthreporting:system', 'SystemType', unknown])],
        ], // prettier-ignore
      },
    },
    'no-public-address': {
      'Elastic Beanstalk environment': {
        ...environment,
        rows: [
          ['silent', 'nothing is said: the subnets decide', {}, {}],
          ['fail', 'machines get one', ...options(['aws:ec2:vpc', 'AssociatePublicIpAddress', 'true'])],
          ['pass', 'machines get none', ...options(['aws:ec2:vpc', 'AssociatePublicIpAddress', 'false'])],
          ['undecided', 'it is a parameter', ...options(['aws:ec2:vpc', 'AssociatePublicIpAddress', unknown])],
        ],
      },
    },
    'patching-automatic': {
      'Elastic Beanstalk environment': {
        ...environment,
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'updates are on, with a level', ...options([updates, 'ManagedActionsEnabled', 'true'], [level, 'UpdateLevel', 'minor'])],
          ['fail', 'updates are on, with no level', ...options([updates, 'ManagedActionsEnabled', true])],
          ['fail', 'updates are off', ...options([updates, 'ManagedActionsEnabled', 'false'], [level, 'UpdateLevel', 'patch'])],
          ['undecided', 'it is a parameter', ...options([updates, 'ManagedActionsEnabled', unknown], [level, 'UpdateLevel', 'patch'])],
        ], // prettier-ignore
      },
    },
    'runtime-supported': {
      'Elastic Beanstalk environment': {
        ...environment,
        rows: [
          ['silent', 'no platform is named', {}, {}],
          ['fail', 'its platform is retired', { SolutionStackName: '64bit Amazon Linux 2018.03 v2.9.2 running PHP 7.2' }, { solution_stack_name: '64bit Amazon Linux 2018.03 v2.9.2 running PHP 7.2' }],
          ['fail', 'its platform is retired, by its ARN', { PlatformArn: 'arn:aws:elasticbeanstalk:eu-west-1::platform/PHP 7.2 running on 64bit Amazon Linux/2.9.2' }, { platform_arn: 'arn:aws:elasticbeanstalk:eu-west-1::platform/PHP 7.2 running on 64bit Amazon Linux/2.9.2' }],
          ['undecided', 'no end of its platform is known', { SolutionStackName: '64bit Amazon Linux 2023 v4.0.1 running Python 3.11' }, { solution_stack_name: '64bit Amazon Linux 2023 v4.0.1 running Python 3.11' }],
        ], // prettier-ignore
      },
    },
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
