import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';

export const s3AccessGrantsRows: ServiceRows = {
  service: 's3-access-grants',
  controls: policyTables({
    cloudformation: null,
    terraform: 'aws_s3control_access_grants_instance_resource_policy',
    noun: 'policy of an S3 Access Grants instance',
    action: 's3:GetAccessGrantsInstance',
    inTerraform: (document) => ({ policy: document }),
  }),
};
