import { unknown, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const key = {
  inCloudformation: (name: unknown) => ({ EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: name } }), // prettier-ignore
  inTerraform: (name: unknown) => ({ encryption_configuration: [{ type: 'CUSTOMER_MANAGED_KMS_KEY', kms_key_id: name }] }), // prettier-ignore
  silent: [{}, {}],
} as const;

const logged = (level: unknown) =>
  [{ LoggingConfiguration: { Level: level } }, { logging_configuration: [{ level }] }] as const;
const traced = (enabled: unknown) =>
  [{ TracingConfiguration: { Enabled: enabled } }, { tracing_configuration: [{ enabled }] }] as const;

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
    {
      'access-logged': {
        'state machine': {
          cloudformation: 'AWS::StepFunctions::StateMachine',
          terraform: 'aws_sfn_state_machine',
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['pass', 'every step is recorded', ...logged('ALL')],
            ['fail', 'only what fails is recorded', ...logged('ERROR')],
            ['fail', 'nothing is recorded', ...logged('OFF')],
            ['undecided', 'it is a parameter', ...logged(unknown)],
          ],
        },
      },
      'requests-traced': {
        'state machine': {
          cloudformation: 'AWS::StepFunctions::StateMachine',
          terraform: 'aws_sfn_state_machine',
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['pass', 'runs are traced', ...traced(true)],
            ['fail', 'runs are not traced', ...traced(false)],
            ['undecided', 'it is a parameter', ...traced(unknown)],
          ],
        },
      },
    },
  ),
};
