import { refer, system, unknown, type ServiceRows } from '../../support/row';

const both = [{ log_type: 'DATA_READ' }, { log_type: 'DATA_WRITE' }];
const table = (terraform: string, rows: ServiceRows['controls'][string][string]['rows']) => ({
  cloudformation: null,
  terraform,
  rows,
});

export const auditConfigRows: ServiceRows = {
  service: 'google-audit-config',
  controls: {
    'audit-trail-data-events': {
      'audit configuration of an organization': table('google_organization_iam_audit_config', [
        ['pass', 'all services, reading and writing', null, { service: 'allServices', audit_log_config: both }],
        ['fail', 'one service', null, { service: 'storage.googleapis.com', audit_log_config: both }],
        ['fail', 'reading alone', null, { service: 'allServices', audit_log_config: [{ log_type: 'DATA_READ' }] }],
        ['fail', 'somebody is exempt', null, { service: 'allServices', audit_log_config: [...both, { log_type: 'ADMIN_READ', exempted_members: ['user:j@example.com'] }] }],
        ['undecided', 'the service is a variable', null, { service: unknown, audit_log_config: both }],
        ['undecided', 'the kind is a variable', null, { service: 'allServices', audit_log_config: [{ log_type: 'DATA_READ' }, { log_type: unknown }] }],
      ]), // prettier-ignore
      project: table('google_project', [
        ['pass', 'its configuration is whole', null, system({ project_id: 'p' }, { audit: { type: 'google_project_iam_audit_config', properties: { project: refer('it', 'project_id'), service: 'allServices', audit_log_config: both } } })],
      ]), // prettier-ignore
    },
    'audit-trail-complete': {
      'audit configuration of a project elsewhere': table('google_project_iam_audit_config', [
        ['pass', 'changes are always recorded', null, { project: 'p', service: 'storage.googleapis.com', audit_log_config: both }],
      ]), // prettier-ignore
    },
  },
};
