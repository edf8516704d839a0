import { unknown, type ServiceRows } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';

const environment = { cloudformation: 'AWS::MWAA::Environment', terraform: 'aws_mwaa_environment' };
const access = (mode: unknown) => [{ WebserverAccessMode: mode }, { webserver_access_mode: mode }] as const;
const option = (name: string, value: unknown) =>
  [{ AirflowConfigurationOptions: { [name]: value } }, { airflow_configuration_options: { [name]: value } }] as const;

export const mwaaRows: ServiceRows = {
  service: 'mwaa',
  controls: merged(
    keptStoreTables({
      ...environment,
      noun: 'MWAA environment',
      inCloudformation: (KmsKey) => ({ KmsKey }),
      inTerraform: (kms_key) => ({ kms_key }),
    }),
    {
      'endpoint-not-public': {
        'MWAA environment': {
          ...environment,
          rows: [
            ['pass', 'nothing is said', {}, {}],
            ['fail', 'it is public', ...access('PUBLIC_ONLY')],
            ['pass', 'it is private', ...access('PRIVATE_ONLY')],
            ['undecided', 'it is a parameter', ...access(unknown)],
          ],
        },
      },
      'no-secret-in-clear': {
        'MWAA environment': {
          ...environment,
          rows: [
            ['fail', 'an option holds a password', ...option('smtp.smtp_password', 'hunter-2-hunter')],
            ['silent', 'an option holds none', ...option('core.default_timezone', 'utc')],
          ],
        },
      },
    },
  ),
};
