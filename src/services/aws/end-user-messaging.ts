import type { Service } from '../service';
import { companionPolicyFacts, type PolicyPlaces } from './resource-policy';

/** Who may send text and voice messages from numbers, pools and sender names of the account. */
const places: PolicyPlaces = {
  noun: 'End User Messaging resource',
  companions: [
    {
      types: ['AWS::SMSVOICE::ResourcePolicy', 'aws_pinpointsmsvoicev2_resource_policy'],
      target: ['ResourceArn', 'resource_arn'],
      document: ['PolicyDocument', 'policy'],
    },
  ],
};

export const endUserMessaging: Service = {
  name: 'end-user-messaging',
  types: {
    cloudformation: ['AWS::SMSVOICE::ResourcePolicy'],
    terraform: ['aws_pinpointsmsvoicev2_resource_policy'],
  },
  facts: (resource, graph) => companionPolicyFacts(resource, [], graph, places),
};
