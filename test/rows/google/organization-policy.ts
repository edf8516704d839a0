import { unknown, type ServiceRows } from '../../support/row';

const spec = (more: object) => ({
  name: 'projects/p/policies/iam.disableServiceAccountKeyCreation',
  parent: 'projects/p',
  spec: more,
});
const older = (more: object) => ({ project: 'p', constraint: 'compute.disableSerialPortAccess', ...more });

export const organizationPolicyRows: ServiceRows = {
  service: 'google-organization-policy',
  controls: {
    'guardrail-enforced': {
      'organization policy': {
        cloudformation: null,
        terraform: 'google_org_policy_policy',
        rows: [
          ['pass', 'it is enforced', null, spec({ rules: [{ enforce: 'TRUE' }] })],
          ['fail', 'it is not', null, spec({ rules: [{ enforce: 'FALSE' }] })],
          ['fail', 'it allows everything', null, spec({ rules: [{ allow_all: 'TRUE' }] })],
          ['pass', 'it denies everything', null, spec({ rules: [{ deny_all: 'TRUE' }] })],
          ['pass', 'it names what is allowed', null, spec({ rules: [{ values: { allowed_values: ['in:eu-locations'] } }] })],
          ['undecided', 'the default comes back', null, spec({ reset: true })],
          ['undecided', 'what is above holds', null, spec({ inherit_from_parent: true })],
          ['pass', 'more is denied than above', null, spec({ inherit_from_parent: true, rules: [{ values: { denied_values: ['a'] } }] })],
          ['undecided', 'it is a variable', null, spec({ rules: [{ enforce: unknown }] })],
        ],
      }, // prettier-ignore
      'policy of a project': {
        cloudformation: null,
        terraform: 'google_project_organization_policy',
        rows: [
          ['pass', 'it is enforced', null, older({ boolean_policy: { enforced: true } })],
          ['fail', 'it is not', null, older({ boolean_policy: { enforced: false } })],
          ['pass', 'values are denied', null, older({ list_policy: { deny: { all: true } } })],
          ['fail', 'every value is allowed', null, older({ list_policy: { allow: { all: true } } })],
          ['pass', 'one value is allowed', null, older({ list_policy: { allow: { values: ['a'] } } })],
          ['undecided', 'the default comes back', null, older({ restore_policy: { default: true } })],
          ['undecided', 'it is a variable', null, older({ boolean_policy: { enforced: unknown } })],
        ],
      },
      'deny policy': {
        cloudformation: null,
        terraform: 'google_iam_deny_policy',
        rows: [
          ['pass', 'a rule denies', null, { name: 'd', rules: [{ deny_rule: { denied_permissions: ['x'] } }] }],
          ['fail', 'no rule does', null, { name: 'd', rules: [] }],
        ],
      },
    },
  },
};
