import { property } from '../../model/resource';
import type { Service } from '../service';
import { secretFacts } from './secret-facts';

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
  facts: (resource) =>
    secretFacts(resource, 'directory', [
      ['administrator password', property(resource, 'Password', 'password')],
      ['secret shared with the RADIUS server', property(resource, null, 'shared_secret')],
      ['password of the trust', property(resource, null, 'trust_password')],
    ]),
};
