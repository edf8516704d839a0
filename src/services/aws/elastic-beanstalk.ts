import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import type { Service } from '../service';
import { secretVariables } from './environment-secrets';
import { itemsOf } from './items';
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
    if (noun !== undefined) yield* secretFacts(resource, noun, secretsOf(resource));
  },
};

const variables = 'aws:elasticbeanstalk:application:environment';
const database = 'aws:rds:dbinstance';

/**
 * Options that hold a secret: variables of the application, and the password of the database.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
 */
function secretsOf(resource: Resource): readonly (readonly [name: string, secret: Property])[] {
  const { vocabulary } = resource;
  return itemsOf(property(resource, 'OptionSettings', 'setting')).flatMap((option) => {
    const read = (cloudformation: string, terraform: string) => member(option, vocabulary, cloudformation, terraform);
    const namespace = read('Namespace', 'namespace').text();
    const name = read('OptionName', 'name').text();
    const value = read('Value', 'value');
    if (namespace.state !== 'known' || name.state !== 'known') return [];
    if (namespace.value === variables) return secretVariables([[name.value, value]]);
    return namespace.value === database && name.value === 'DBPassword' ? [['password of the database', value]] : [];
  });
}
