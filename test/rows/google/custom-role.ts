import { refer, system, unknown, type ServiceRows } from '../../support/row';

const type = 'google_project_iam_custom_role';
const given = (permissions: unknown) =>
  system(
    { role_id: 'mine', permissions },
    { grant: { type: 'google_project_iam_member', properties: { project: 'p', role: refer(), member: 'group:g@example.com' } } },
  ); // prettier-ignore

export const customRoleRows: ServiceRows = {
  service: 'google-custom-role',
  controls: {
    'iam-no-privilege-escalation': {
      'custom role': {
        cloudformation: null,
        terraform: type,
        rows: [
          ['pass', 'it reads', null, { role_id: 'mine', permissions: ['storage.objects.get'] }],
          ['undecided', 'it acts as others, and who has it is not in sight', null, { role_id: 'mine', permissions: ['iam.serviceAccounts.actAs'] }],
          ['undecided', 'a permission is a variable', null, { role_id: 'mine', permissions: [unknown] }],
          ['silent', 'whoever is given it answers for it', null, given(['iam.serviceAccounts.actAs'])],
        ],
      }, // prettier-ignore
    },
    'iam-no-admin': {
      'custom role': {
        cloudformation: null,
        terraform: 'google_organization_iam_custom_role',
        rows: [['pass', 'it names each permission', null, { role_id: 'mine', permissions: ['storage.objects.get'] }]],
      },
    },
  },
};
