import { unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const source = { cloudformation: 'AWS::QuickSight::DataSource', terraform: 'aws_quicksight_data_source' };
const disabled = (flag: unknown) =>
  [{ SslProperties: { DisableSsl: flag } }, { ssl_properties: [{ disable_ssl: flag }] }] as const;

export const quicksightRows: ServiceRows = {
  service: 'quicksight',
  controls: {
    'transit-encrypted': {
      'QuickSight data source': {
        ...source,
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['fail', 'TLS is switched off', ...disabled(true)],
          ['fail', 'it is, as text', ...disabled('true')],
          ['pass', 'it is not', ...disabled(false)],
          ['undecided', 'it is a parameter', ...disabled(unknown)],
        ],
      },
    },
    'no-secret-in-clear': {
      'QuickSight data source': secretTable({
        ...source,
        inCloudformation: (Password) => ({ Credentials: { CredentialPair: { Username: 'reader', Password } } }),
        inTerraform: (password) => ({ credentials: [{ credential_pair: [{ username: 'reader', password }] }] }),
      }),
    },
  },
};
