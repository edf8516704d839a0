import type { ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

export const directoryServiceRows: ServiceRows = {
  service: 'directory-service',
  controls: {
    'no-secret-in-clear': {
      'password of a directory of Microsoft': secretTable({
        cloudformation: 'AWS::DirectoryService::MicrosoftAD',
        terraform: 'aws_directory_service_directory',
        inCloudformation: (Password) => ({ Password }),
        inTerraform: (password) => ({ type: 'MicrosoftAD', password }),
      }),
      'password of a simple directory': secretTable({
        cloudformation: 'AWS::DirectoryService::SimpleAD',
        terraform: null,
        inCloudformation: (Password) => ({ Password }),
      }),
      'secret of a RADIUS server': secretTable({
        cloudformation: null,
        terraform: 'aws_directory_service_radius_settings',
        inTerraform: (shared_secret) => ({ shared_secret }),
      }),
      'password of a trust': secretTable({
        cloudformation: null,
        terraform: 'aws_directory_service_trust',
        inTerraform: (trust_password) => ({ trust_password }),
      }),
    },
  },
};
