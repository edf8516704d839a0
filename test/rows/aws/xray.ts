import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';

export const xrayRows: ServiceRows = {
  service: 'xray',
  controls: policyTables({
    cloudformation: 'AWS::XRay::ResourcePolicy',
    terraform: 'aws_xray_resource_policy',
    noun: 'X-Ray resource policy',
    action: 'xray:PutTraceSegments',
    inCloudformation: (document) => ({ PolicyName: 'traces', PolicyDocument: document }),
    inTerraform: (document) => ({ policy_name: 'traces', policy_document: document }),
  }),
};
