import { unknown, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const service = { cloudformation: 'AWS::AppRunner::Service', terraform: 'aws_apprunner_service' };

const image = (name: string, value: unknown) =>
  [
    { SourceConfiguration: { ImageRepository: { ImageConfiguration: { RuntimeEnvironmentVariables: [{ Name: name, Value: value }] } } } },
    { source_configuration: [{ image_repository: [{ image_configuration: [{ runtime_environment_variables: { [name]: value } }] }] }] },
  ] as const; // prettier-ignore
const code = (name: string, value: unknown) =>
  [
    { SourceConfiguration: { CodeRepository: { CodeConfiguration: { CodeConfigurationValues: { RuntimeEnvironmentVariables: [{ Name: name, Value: value }] } } } } },
    { source_configuration: [{ code_repository: [{ code_configuration: [{ code_configuration_values: [{ runtime_environment_variables: { [name]: value } }] }] }] }] },
  ] as const; // prettier-ignore

const traced = (on: unknown) =>
  [
    { ObservabilityConfiguration: { ObservabilityEnabled: on } },
    { observability_configuration: [{ observability_enabled: on }] },
  ] as const;

export const appRunnerRows: ServiceRows = {
  service: 'app-runner',
  controls: merged(
    keptStoreTables({
      ...service,
      noun: 'App Runner service',
      inCloudformation: (KmsKey) => ({ EncryptionConfiguration: { KmsKey } }),
      inTerraform: (kms_key) => ({ encryption_configuration: [{ kms_key }] }),
    }),
    {
      'requests-traced': {
        'App Runner service': {
          ...service,
          rows: [
            ['fail', 'nothing is said', {}, {}],
            ['pass', 'it is traced', ...traced(true)],
            ['fail', 'it is not traced', ...traced(false)],
            ['undecided', 'it is a parameter', ...traced(unknown)],
          ],
        },
      },
      'no-secret-in-clear': {
        'App Runner service': {
          ...service,
          rows: [
            ['silent', 'it has no variables', {}, {}],
            ['fail', 'a variable of its image holds a secret', ...image('DB_PASSWORD', 'hunter-2-hunter')],
            ['fail', 'a variable of its code holds a secret', ...code('DB_PASSWORD', 'hunter-2-hunter')],
            ['silent', 'a variable says where the secret is', ...image('DB_PASSWORD', 'arn:aws:ssm:a:b:c')],
          ],
        },
      },
    },
  ),
};
