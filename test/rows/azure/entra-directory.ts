import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';

const assignment = { cloudformation: null, terraform: 'azuread_directory_role_assignment' };
const member = { cloudformation: null, terraform: 'azuread_directory_role_member' };
const permission = { cloudformation: null, terraform: 'azuread_app_role_assignment' };
const user = { cloudformation: null, terraform: 'azuread_user' };

const global = '62e90394-69f5-4237-9190-012177145e10';
const given = (role_id: unknown, more: Properties = {}): Properties => ({ role_id, principal_object_id: 'p', ...more });
const withRole = (properties: Properties) => ({ role: { type: 'azuread_directory_role', properties } });

const byName = (name: string) =>
  system(
    { app_role_id: refer('graph', `app_role_ids["${name}"]`), principal_object_id: 'p' },
    { graph: { type: 'azuread_service_principal', properties: {} } },
  );

export const entraDirectoryRows: ServiceRows = {
  service: 'entra-directory',
  controls: {
    'iam-no-admin': {
      'directory role': {
        ...assignment,
        // prettier-ignore
        rows: [
          ['fail',      'the administrator of everything', null, given(global)],
          ['fail',      'the role is activated beside it, by its name', null, system(given(refer('role', 'template_id')), withRole({ display_name: 'Global Administrator' }))],
          ['fail',      'the role is activated beside it, by its template', null, system(given(refer('role', 'object_id')), withRole({ template_id: global }))],
          ['pass',      'another role', null, given('88d8e3e3-8f55-4a1e-953a-9b9898b8876b')],
          ['pass',      'the role is for one application', null, given(global, { directory_scope_id: '/11111111-2222-3333-4444-555555555555' })],
          ['pass',      'the role is for one application, in its own words', null, given(global, { app_scope_id: '/11111111-2222-3333-4444-555555555555' })],
          ['undecided', 'the role is settled at deployment', null, given(unknown)],
          ['undecided', 'what the role is for is settled at deployment', null, given(global, { directory_scope_id: unknown })],
          ['undecided', 'no role is written', null, { principal_object_id: 'p' }],
        ],
      },
      'member of a directory role': {
        ...member,
        // prettier-ignore
        rows: [
          ['fail', 'the administrator of everything', null, system({ role_object_id: refer('role', 'object_id'), member_object_id: 'p' }, withRole({ display_name: 'Global Administrator' }))],
          ['pass', 'another role', null, system({ role_object_id: refer('role', 'object_id'), member_object_id: 'p' }, withRole({ display_name: 'Reports Reader' }))],
        ],
      },
    },
    'iam-no-privilege-escalation': {
      'directory role': {
        ...assignment,
        // prettier-ignore
        rows: [
          ['fail',      'it gives roles to others', null, given('e8611ab8-c189-46e8-94e1-60213ab1f814')],
          ['fail',      'it resets how administrators sign in', null, given('7be44c8a-adaf-4e2a-84d6-ab2649e08a13')],
          ['fail',      'it gives credentials to applications', null, given('9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3')],
          ['pass',      'it reads', null, given('88d8e3e3-8f55-4a1e-953a-9b9898b8876b')],
          ['undecided', 'it is settled at deployment', null, given(unknown)],
        ],
      },
      'permission of an application': {
        ...permission,
        // prettier-ignore
        rows: [
          ['fail',      'it writes roles', null, { app_role_id: '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8', principal_object_id: 'p' }],
          ['pass',      'it reads users', null, { app_role_id: 'df021288-bdef-4463-88db-98f22de89214', principal_object_id: 'p' }],
          ['fail',      'it schedules roles', null, { app_role_id: 'dd199f4a-f148-40a4-a2ec-f0069cc799ec', principal_object_id: 'p' }],
          ['fail',      'it writes roles, by its name', null, byName('RoleManagement.ReadWrite.Directory')],
          ['pass',      'it reads users, by its name', null, byName('User.Read.All')],
          ['undecided', 'it is settled at deployment', null, { app_role_id: unknown, principal_object_id: 'p' }],
        ],
      },
    },
    'no-secret-in-clear': {
      user: {
        ...user,
        // prettier-ignore
        rows: [
          ['silent', 'no password is written', null, {}],
          ['fail',   'a password is written', null, { password: 'correct horse' }],
        ],
      },
    },
    'initial-password-changed': {
      user: {
        ...user,
        // prettier-ignore
        rows: [
          ['silent',    'no password is written', null, {}],
          ['fail',      'nothing is said of changing it', null, { password: 'correct horse' }],
          ['pass',      'it must be changed', null, { password: 'correct horse', force_password_change: true }],
          ['undecided', 'it is settled at deployment', null, { password: 'correct horse', force_password_change: unknown }],
        ],
      },
    },
    'password-policy-strong': {
      user: {
        ...user,
        // prettier-ignore
        rows: [
          ['silent',    'the rules of the directory hold', null, {}],
          ['fail',      'weak passwords are taken', null, { disable_strong_password: true }],
          ['undecided', 'it is settled at deployment', null, { disable_strong_password: unknown }],
        ],
      },
    },
  },
};
