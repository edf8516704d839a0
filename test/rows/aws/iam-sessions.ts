import { refer, system, unknown, type Other, type ServiceRows } from '../../support/row';

const login = (more: object): Other => ({
  type: 'aws_iam_user_login_profile',
  properties: { user: refer('it', 'name'), ...more },
});
const Password = '{{resolve:secretsmanager:login}}';

/** How long roles are taken on for, and whose passwords stay. */
export const iamSessionRows: ServiceRows = {
  service: 'iam',
  controls: {
    'sessions-short': {
      'IAM role': {
        cloudformation: 'AWS::IAM::Role',
        terraform: 'aws_iam_role',
        // prettier-ignore
        rows: [
          ['pass', 'nothing is said', {}, {}],
          ['pass', 'two hours', { MaxSessionDuration: 7200 }, { max_session_duration: 7200 }],
          ['fail', 'half a day', { MaxSessionDuration: 43200 }, { max_session_duration: 43200 }],
          ['undecided', 'it is a parameter', { MaxSessionDuration: unknown }, { max_session_duration: unknown }],
        ],
      },
    },
    'initial-password-changed': {
      'IAM user': {
        cloudformation: 'AWS::IAM::User',
        terraform: 'aws_iam_user',
        // prettier-ignore
        rows: [
          ['silent', 'it has no password', {}, {}],
          ['fail', 'nothing is said', { LoginProfile: { Password } }, system({}, { login: login({}) })],
          ['pass', 'it must be changed', { LoginProfile: { Password, PasswordResetRequired: true } }, system({}, { login: login({ password_reset_required: true }) })],
          ['undecided', 'it is a parameter', { LoginProfile: { Password, PasswordResetRequired: unknown } }, system({}, { login: login({ password_reset_required: unknown }) })],
        ],
      },
      'login of a user elsewhere': {
        cloudformation: null,
        terraform: 'aws_iam_user_login_profile',
        rows: [['pass', 'it must be changed', null, { user: 'elsewhere', password_reset_required: true }]],
      },
    },
    'password-age-limited': {
      'password policy of the account': {
        cloudformation: null,
        terraform: 'aws_iam_account_password_policy',
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', null, {}],
          ['fail', 'zero: they never expire', null, { max_password_age: 0 }],
          ['fail', 'a year', null, { max_password_age: 365 }],
          ['pass', 'a quarter', null, { max_password_age: 90 }],
          ['undecided', 'it is a variable', null, { max_password_age: unknown }],
        ],
      },
    },
  },
};
