import { unknown, type ServiceRows } from '../../support/row';
import { secretRows } from './kept-store';

export const googleMonitoringRows: ServiceRows = {
  service: 'cloud-monitoring',
  controls: {
    'alarm-reaches-someone': {
      'alert policy': {
        cloudformation: null,
        terraform: 'google_monitoring_alert_policy',
        rows: [
          ['pass', 'a channel is named', null, { notification_channels: ['c'] }],
          ['fail', 'nobody is told', null, {}],
          ['fail', 'it is switched off', null, { notification_channels: ['c'], enabled: false }],
          ['undecided', 'the channels are a variable', null, { notification_channels: unknown }],
        ],
      },
    },
    'no-secret-in-clear': {
      'token of a channel': secretRows('google_monitoring_notification_channel', 'sensitive_labels.auth_token'),
      'password of a check': secretRows('google_monitoring_uptime_check_config', 'http_check.auth_info.password'),
      'password of a check that is only written': secretRows(
        'google_monitoring_uptime_check_config',
        'http_check.auth_info.password_wo',
      ),
    },
  },
};
