import type { ServiceRows } from '../../support/row';
import { terraformSetting } from './kept-store';

export const serviceAttachmentRows: ServiceRows = {
  service: 'service-attachment',
  controls: {
    'connection-accepted': {
      'service attachment': terraformSetting(
        'google_compute_service_attachment',
        'connection_preference',
        'ACCEPT_MANUAL',
        'ACCEPT_AUTOMATIC',
        'fail',
      ),
    },
  },
};
