import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';

export const endUserMessagingRows: ServiceRows = {
  service: 'end-user-messaging',
  controls: policyTables({
    cloudformation: 'AWS::SMSVOICE::ResourcePolicy',
    terraform: 'aws_pinpointsmsvoicev2_resource_policy',
    noun: 'policy of a phone number elsewhere',
    action: 'sms-voice:SendTextMessage',
    inCloudformation: (document) => ({ ResourceArn: 'elsewhere', PolicyDocument: document }),
    inTerraform: (document) => ({ resource_arn: 'elsewhere', policy: document }),
  }),
};
