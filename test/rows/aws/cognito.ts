import { unknown, type ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const passwords = (length: unknown, symbols: unknown, remembered: unknown) =>
  [
    { Policies: { PasswordPolicy: { MinimumLength: length, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: symbols, PasswordHistorySize: remembered } } },
    { password_policy: [{ minimum_length: length, require_lowercase: true, require_uppercase: true, require_numbers: true, require_symbols: symbols, password_history_size: remembered }] },
  ] as const; // prettier-ignore

export const cognitoRows: ServiceRows = {
  service: 'cognito',
  controls: {
    'mfa-required': {
      'Cognito user pool': {
        cloudformation: 'AWS::Cognito::UserPool',
        terraform: 'aws_cognito_user_pool',
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said',      {},                               {}],
          ['fail',      'it is switched off',   { MfaConfiguration: 'OFF' },      { mfa_configuration: 'OFF' }],
          ['fail',      'it is left to people', { MfaConfiguration: 'OPTIONAL' }, { mfa_configuration: 'OPTIONAL' }],
          ['pass',      'it is required',       { MfaConfiguration: 'ON' },       { mfa_configuration: 'ON' }],
          ['undecided', 'it is a parameter',    { MfaConfiguration: unknown },    { mfa_configuration: unknown }],
        ],
      },
    },
    'mfa-offered': {
      'Cognito user pool': {
        cloudformation: 'AWS::Cognito::UserPool',
        terraform: 'aws_cognito_user_pool',
        // prettier-ignore
        rows: [
          ['fail',      'nothing is said',      {},                               {}],
          ['fail',      'it is switched off',   { MfaConfiguration: 'OFF' },      { mfa_configuration: 'OFF' }],
          ['pass',      'it is left to people', { MfaConfiguration: 'OPTIONAL' }, { mfa_configuration: 'OPTIONAL' }],
          ['pass',      'it is required',       { MfaConfiguration: 'ON' },       { mfa_configuration: 'ON' }],
          ['undecided', 'it is a parameter',    { MfaConfiguration: unknown },    { mfa_configuration: unknown }],
        ],
      },
    },
    'password-symbol-required': {
      'Cognito user pool': {
        cloudformation: 'AWS::Cognito::UserPool',
        terraform: 'aws_cognito_user_pool',
        rows: [
          ['pass', 'nothing is said: the initial policy requires them', {}, {}],
          ['pass', 'they are required', ...passwords(8, true, 0)],
          ['fail', 'they are not', ...passwords(8, false, 0)],
          ['fail', 'they are not spoken of', ...passwords(8, undefined, 0)],
          ['undecided', 'it is a parameter', ...passwords(8, unknown, 0)],
        ],
      },
    },
    'password-policy-strong': {
      'Cognito user pool': {
        cloudformation: 'AWS::Cognito::UserPool',
        terraform: 'aws_cognito_user_pool',
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'long, mixed and remembered', ...passwords(14, true, 24)],
          ['fail', 'short', ...passwords(8, true, 24)],
          ['fail', 'of one class', ...passwords(14, false, 24)],
          ['fail', 'a class is not spoken of', ...passwords(14, undefined, 24)],
          ['undecided', 'the length is a parameter', ...passwords(unknown, true, 24)],
        ],
      },
    },
    'no-secret-in-clear': {
      'Cognito identity provider': secretTable({
        cloudformation: 'AWS::Cognito::UserPoolIdentityProvider',
        terraform: 'aws_cognito_identity_provider',
        inCloudformation: (client_secret) => ({ ProviderDetails: { client_id: 'ours', client_secret } }),
        inTerraform: (client_secret) => ({ provider_details: { client_id: 'ours', client_secret } }),
      }),
      'Cognito user': secretTable({
        cloudformation: null,
        terraform: 'aws_cognito_user',
        inTerraform: (password) => ({ password }),
      }),
    },
    'sign-in-required': {
      'Cognito identity pool': {
        cloudformation: 'AWS::Cognito::IdentityPool',
        terraform: 'aws_cognito_identity_pool',
        // prettier-ignore
        rows: [
          ['pass',      'nothing is said',       {},                                          {}],
          ['fail',      'guests are admitted',   { AllowUnauthenticatedIdentities: true },    { allow_unauthenticated_identities: true }],
          ['fail',      'guests are, as text',   { AllowUnauthenticatedIdentities: 'true' },  { allow_unauthenticated_identities: 'true' }],
          ['pass',      'guests are turned away', { AllowUnauthenticatedIdentities: false },  { allow_unauthenticated_identities: false }],
          ['undecided', 'it is a parameter',     { AllowUnauthenticatedIdentities: unknown }, { allow_unauthenticated_identities: unknown }],
        ],
      },
    },
  },
};
