import type { ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const key = {
  inCloudformation: (name: unknown) => ({ EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: name } }), // prettier-ignore
  inTerraform: (name: unknown) => ({ encryption_configuration: [{ type: 'CUSTOMER_MANAGED_KMS_KEY', kms_key_id: name }] }), // prettier-ignore
  silent: [{}, {}],
} as const;

export const stepFunctionsRows: ServiceRows = {
  service: 'step-functions',
  controls: merged(
    keptStoreTables({
      noun: 'state machine',
      cloudformation: 'AWS::StepFunctions::StateMachine',
      terraform: 'aws_sfn_state_machine',
      ...key,
    }),
    keptStoreTables({
      noun: 'activity',
      cloudformation: 'AWS::StepFunctions::Activity',
      terraform: 'aws_sfn_activity',
      ...key,
    }),
  ),
};
