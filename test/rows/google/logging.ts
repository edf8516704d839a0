import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const bucket = 'google_logging_project_bucket_config';

export const googleLoggingRows: ServiceRows = {
  service: 'cloud-logging',
  controls: merged(
    keptStore('log bucket', bucket, 'cmek_settings.kms_key_name'),
    keptStore('logging settings', 'google_logging_organization_settings', 'kms_key_name'),
    {
      'logs-kept': { 'log bucket': terraformSetting(bucket, 'retention_days', 400, 7, 'fail') },
      'copies-immutable': { 'log bucket': terraformSetting(bucket, 'locked', true, false, 'fail') },
      'audit-trail-complete': {
        'log sink': {
          cloudformation: null,
          terraform: 'google_logging_project_sink',
          rows: [
            ['pass', 'it is in use', null, { destination: 'd' }],
            ['fail', 'it is switched off', null, { destination: 'd', disabled: true }],
            ['undecided', 'whether it is, is a variable', null, { destination: 'd', disabled: unknown }],
          ],
        },
      },
    },
  ),
};
