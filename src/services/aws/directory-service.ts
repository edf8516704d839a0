import { property } from '../../model/resource';
import type { Service } from '../service';
import { storedSecretFact } from './managed-secret';
import { secretFacts } from './secret-facts';

/** Each has an administrator, whose password must be handed to it. */
const directories = [
  'AWS::DirectoryService::MicrosoftAD',
  'AWS::DirectoryService::SimpleAD',
  'aws_directory_service_directory',
];

export const directoryService: Service = {
  name: 'directory-service',
  types: {
    cloudformation: ['AWS::DirectoryService::MicrosoftAD', 'AWS::DirectoryService::SimpleAD'],
    terraform: [
      // Names, regions, logs and shares of a directory.
      'aws_directory_service_conditional_forwarder',
      'aws_directory_service_directory',
      'aws_directory_service_log_subscription',
      'aws_directory_service_radius_settings',
      'aws_directory_service_region',
      'aws_directory_service_shared_directory',
      'aws_directory_service_shared_directory_accepter',
      'aws_directory_service_trust',
    ],
  },
  *facts(resource, graph) {
    const password = property(resource, 'Password', 'password');
    yield* secretFacts(resource, 'directory', [
      ['administrator password', password],
      ['secret shared with the RADIUS server', property(resource, null, 'shared_secret')],
      ['password of the trust', property(resource, null, 'trust_password')],
    ]);
    if (directories.includes(resource.type))
      yield storedSecretFact({ noun: 'directory', subject: resource }, [password], graph);
  },
};
