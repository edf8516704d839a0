import { type ServiceRows } from '../../support/row';
import { secretRows } from './kept-store';

export const connectionSecretRows: ServiceRows = {
  service: 'google-connection-secret',
  controls: {
    'no-secret-in-clear': {
      'password of a migration': secretRows('google_database_migration_service_connection_profile', 'mysql.password'),
      'password of a stream': secretRows('google_datastream_connection_profile', 'postgresql_profile.password'),
      'secret of a provider': secretRows('google_identity_platform_oauth_idp_config', 'client_secret'),
      'key of a transfer': secretRows(
        'google_storage_transfer_job',
        'transfer_spec.aws_s3_data_source.aws_access_key.secret_access_key',
      ),
    },
  },
};
