import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import type { Service } from '../service';
import { secretVariables } from './environment-secrets';
import { environmentFacts } from './elastic-beanstalk-environment';
import { optionsOf } from './elastic-beanstalk-options';
import { secretFacts } from './secret-facts';

const nouns: Readonly<Record<string, string>> = {
  'AWS::ElasticBeanstalk::ConfigurationTemplate': 'Elastic Beanstalk configuration template',
  'AWS::ElasticBeanstalk::Environment': 'Elastic Beanstalk environment',
  aws_elastic_beanstalk_configuration_template: 'Elastic Beanstalk configuration template',
  aws_elastic_beanstalk_environment: 'Elastic Beanstalk environment',
};

export const elasticBeanstalk: Service = {
  name: 'elastic-beanstalk',
  types: {
    cloudformation: [
      // Code, and its versions.
      'AWS::ElasticBeanstalk::Application',
      'AWS::ElasticBeanstalk::ApplicationVersion',
      'AWS::ElasticBeanstalk::ConfigurationTemplate',
      'AWS::ElasticBeanstalk::Environment',
    ],
    terraform: [
      'aws_elastic_beanstalk_application',
      'aws_elastic_beanstalk_application_version',
      'aws_elastic_beanstalk_configuration_template',
      'aws_elastic_beanstalk_environment',
    ],
  },
  *facts(resource) {
    const noun = nouns[resource.type];
    if (noun === undefined) return;
    yield* secretFacts(resource, noun, secretsOf(resource));
    if (environments.includes(resource.type)) yield* environmentFacts(resource);
  },
};

const environments = ['AWS::ElasticBeanstalk::Environment', 'aws_elastic_beanstalk_environment'];
const variables = 'aws:elasticbeanstalk:application:environment';
const database = 'aws:rds:dbinstance';

/**
 * Options that hold a secret: variables of the application, and the password of the database.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
 */
function secretsOf(resource: Resource): readonly (readonly [name: string, secret: Property])[] {
  return optionsOf(resource).flatMap(({ namespace, name, value }) => {
    if (namespace.state !== 'known' || name.state !== 'known') return [];
    if (namespace.value === variables) return secretVariables([[name.value, value]]);
    return namespace.value === database && name.value === 'DBPassword' ? [['password of the database', value]] : [];
  });
}
