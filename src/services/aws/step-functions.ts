import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';

// https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
const encryption = withKey(
  ['EncryptionConfiguration.KmsKeyId', 'encryption_configuration.kms_key_id'],
  'provider-key',
  "Step Functions always encrypts, with AWS's own key unless told otherwise",
);

const stores: readonly EncryptedStore[] = [
  {
    types: ['AWS::StepFunctions::StateMachine', 'aws_sfn_state_machine'],
    places: { noun: 'Step Functions state machine' },
    encryption,
  },
  {
    types: ['AWS::StepFunctions::Activity', 'aws_sfn_activity'],
    places: { noun: 'Step Functions activity' },
    encryption,
  },
];

export const stepFunctions: Service = {
  name: 'step-functions',
  types: {
    cloudformation: [
      'AWS::StepFunctions::Activity',
      'AWS::StepFunctions::StateMachine',
      // Names for versions of a machine.
      'AWS::StepFunctions::StateMachineAlias',
      'AWS::StepFunctions::StateMachineVersion',
    ],
    terraform: ['aws_sfn_activity', 'aws_sfn_alias', 'aws_sfn_state_machine'],
  },
  facts: (resource, graph) => encryptedStoreFacts(resource, graph, stores),
};
