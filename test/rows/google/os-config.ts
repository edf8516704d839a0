import { unknown, type ServiceRows } from '../../support/row';

export const osConfigRows: ServiceRows = {
  service: 'os-config',
  controls: {
    'patching-automatic': {
      'patch deployment': {
        cloudformation: null,
        terraform: 'google_os_config_patch_deployment',
        rows: [
          ['pass', 'it runs again and again', null, { recurring_schedule: [{ time_of_day: [{ hours: 3 }] }] }],
          ['fail', 'it runs once', null, { one_time_schedule: [{ execute_time: '2027-01-01T00:00:00Z' }] }],
          ['undecided', 'it is settled at apply', null, { recurring_schedule: unknown }],
        ],
      },
    },
  },
};
