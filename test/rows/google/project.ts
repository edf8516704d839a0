import { system, unknown, type ServiceRows } from '../../support/row';
import { terraformSetting } from './kept-store';

export const googleProjectRows: ServiceRows = {
  service: 'google-project',
  controls: {
    'default-network-unused': {
      project: terraformSetting('google_project', 'auto_create_network', false, true, 'fail'),
    },
    'audit-trail-data-events': {
      project: {
        cloudformation: null,
        terraform: 'google_project',
        rows: [
          ['fail', 'nothing is said', null, { project_id: 'p' }],
          ['undecided', 'a configuration may be its own', null, system({ project_id: 'p' }, { audit: { type: 'google_project_iam_audit_config', properties: { project: unknown, service: 'allServices' } } })],
        ],
      }, // prettier-ignore
    },
    'audit-trail-complete': {
      project: {
        cloudformation: null,
        terraform: 'google_project',
        rows: [['pass', 'changes are always recorded', null, { project_id: 'p' }]],
      },
    },
    'removal-guarded': {
      project: terraformSetting('google_project', 'deletion_policy', 'PREVENT', 'DELETE', 'pass'),
      folder: terraformSetting('google_folder', 'deletion_protection', true, false, 'pass'),
    },
  },
};
