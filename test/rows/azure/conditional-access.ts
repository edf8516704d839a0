import { unknown, type Properties, type ServiceRows } from '../../support/row';

const policy = { cloudformation: null, terraform: 'azuread_conditional_access_policy' };

const everybody = { included_users: ['All'] };
const asking = (grant_controls: unknown, more: Properties = {}): Properties => ({
  state: 'enabled',
  conditions: [{ client_app_types: ['all'], users: [everybody] }],
  grant_controls: [grant_controls],
  ...more,
});
const factor = { operator: 'OR', built_in_controls: ['mfa'] };
const session = (sign_in_frequency: unknown, sign_in_frequency_period: unknown): Properties =>
  asking(factor, { session_controls: [{ sign_in_frequency, sign_in_frequency_period }] });

export const conditionalAccessRows: ServiceRows = {
  service: 'conditional-access',
  controls: {
    'mfa-required': {
      'conditional access policy': {
        ...policy,
        // prettier-ignore
        rows: [
          ['pass',      'everybody is asked for a second factor', null, asking(factor)],
          ['pass',      'a strength is asked for', null, asking({ operator: 'OR', authentication_strength_policy_id: 's' })],
          ['fail',      'it is disabled', null, asking(factor, { state: 'disabled' })],
          ['fail',      'it only reports', null, asking(factor, { state: 'enabledForReportingButNotEnforced' })],
          ['fail',      'another control is enough', null, asking({ operator: 'OR', built_in_controls: ['mfa', 'compliantDevice'] })],
          ['pass',      'another control is asked for as well', null, asking({ operator: 'AND', built_in_controls: ['mfa', 'compliantDevice'] })],
          ['fail',      'nobody is asked', null, asking(factor, { conditions: [{ users: [{ included_users: ['None'] }] }] })],
          ['pass',      'administrators are asked', null, asking(factor, { conditions: [{ users: [{ included_users: ['None'], included_roles: ['r'] }] }] })],
          ['silent',    'it blocks instead', null, asking({ operator: 'OR', built_in_controls: ['block'] })],
          ['undecided', 'its state is settled at deployment', null, asking(factor, { state: unknown })],
          ['undecided', 'what is asked for is settled at deployment', null, asking({ operator: 'OR', built_in_controls: unknown })],
          ['undecided', 'who is asked is settled at deployment', null, asking(factor, { conditions: [{ users: [{ included_users: unknown }] }] })],
        ],
      },
    },
    'guardrail-enforced': {
      'conditional access policy': {
        ...policy,
        // prettier-ignore
        rows: [
          ['pass',      'it is enabled', null, asking({ operator: 'OR', built_in_controls: ['block'] })],
          ['fail',      'it is disabled', null, asking({ operator: 'OR', built_in_controls: ['block'] }, { state: 'disabled' })],
          ['undecided', 'its state is settled at deployment', null, asking({ operator: 'OR', built_in_controls: ['block'] }, { state: unknown })],
        ],
      },
    },
    'sessions-short': {
      'conditional access policy': {
        ...policy,
        // prettier-ignore
        rows: [
          ['silent',    'nothing is said', null, asking(factor)],
          ['pass',      'four hours', null, session(4, 'hours')],
          ['fail',      'a week', null, session(7, 'days')],
          ['undecided', 'it is settled at deployment', null, session(unknown, 'hours')],
          ['undecided', 'the period is settled at deployment', null, session(4, unknown)],
        ],
      },
    },
  },
};
