import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptedStoreFacts, withKey, type EncryptedStore } from './encrypted-store';

// https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
const encryption = withKey(
  ['EncryptionConfiguration.KmsKeyId', 'encryption_configuration.kms_key_id'],
  'provider-key',
  "Step Functions always encrypts, with AWS's own key unless told otherwise",
);

const machines = ['AWS::StepFunctions::StateMachine', 'aws_sfn_state_machine'];

const stores: readonly EncryptedStore[] = [
  {
    types: machines,
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
  *facts(resource, graph) {
    yield* encryptedStoreFacts(resource, graph, stores);
    if (machines.includes(resource.type)) yield* machineFacts(resource);
  },
};

/**
 * Whether every step of each run is recorded, and whether runs are traced: neither is unless told.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
function* machineFacts(machine: Resource): Iterable<Fact> {
  const about = { noun: 'Step Functions state machine', subject: machine };
  const level = property(machine, 'LoggingConfiguration.Level', 'logging_configuration.level').text();
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: map(otherwise(level, 'OFF', 'runs are recorded only when told to be'), (name) => name === 'ALL'),
    ...about,
  };
  const traced = property(machine, 'TracingConfiguration.Enabled', 'tracing_configuration.enabled').flag();
  yield { kind: 'tracing', on: otherwise(traced, false, 'runs are traced only when told to be'), ...about };
}
