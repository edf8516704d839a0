import { refer, system, unknown, type ServiceRows } from '../../support/row';

const both = [{ log_type: 'DATA_READ' }, { log_type: 'DATA_WRITE' }];
const ofProject = (service: string) => ({
  type: 'google_project_iam_audit_config',
  properties: { project: refer('it', 'project_id'), service, audit_log_config: both },
});
const policyOf = (document: object) => ({
  type: 'google_project_iam_policy',
  properties: { project: refer('it', 'project_id'), policy_data: JSON.stringify(document) },
});
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
        ['pass', 'another of the same organization is whole', null, system({ org_id: '1', service: 'storage.googleapis.com', audit_log_config: both }, { whole: { type: 'google_organization_iam_audit_config', properties: { org_id: '1', service: 'allServices', audit_log_config: both } } })],
        ['fail', 'the whole one is of another organization', null, system({ org_id: '1', service: 'storage.googleapis.com', audit_log_config: both }, { whole: { type: 'google_organization_iam_audit_config', properties: { org_id: '2', service: 'allServices', audit_log_config: both } } })],
      ]), // prettier-ignore
      project: table('google_project', [
        ['pass', 'one of its configurations is whole', null, system({ project_id: 'p' }, { audit: ofProject('allServices'), storage: ofProject('storage.googleapis.com') })],
        ['fail', 'each of its configurations is of one service', null, system({ project_id: 'p' }, { run: ofProject('run.googleapis.com'), storage: ofProject('storage.googleapis.com') })],
        ['fail', 'its policy says nothing of audits', null, system({ project_id: 'p' }, { policy: policyOf({ bindings: [] }) })],
        ['pass', 'its policy records everything', null, system({ project_id: 'p' }, { policy: policyOf({ bindings: [], auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ' }, { logType: 'DATA_WRITE' }] }] }) })],
        ['undecided', 'its policy is settled at apply', null, system({ project_id: 'p' }, { policy: { type: 'google_project_iam_policy', properties: { project: refer('it', 'project_id'), policy_data: unknown } } })],
        ['pass', 'the document of its policy records everything', null, system({ project_id: 'p' }, {
          policy: { type: 'google_project_iam_policy', properties: { project: refer('it', 'project_id'), policy_data: refer('document', 'policy_data') } },
          document: { type: 'google_iam_policy', data: true, properties: { audit_config: [{ service: 'allServices', audit_log_configs: both }] } },
        })],
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
