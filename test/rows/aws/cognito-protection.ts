import { refer, system, unknown, type ServiceRows } from '../../support/row';

const pool = { cloudformation: 'AWS::Cognito::UserPool', terraform: 'aws_cognito_user_pool' };
const security = (mode: unknown, tier?: unknown) =>
  [
    { UserPoolAddOns: { AdvancedSecurityMode: mode }, ...(tier !== undefined && { UserPoolTier: tier }) },
    { user_pool_add_ons: [{ advanced_security_mode: mode }], ...(tier !== undefined && { user_pool_tier: tier }) },
  ] as const;
const delivered = (configurations: unknown) =>
  [
    system({}, { logs: { type: 'AWS::Cognito::LogDeliveryConfiguration', properties: { UserPoolId: refer(), LogConfigurations: configurations } } }),
    system({}, { logs: { type: 'aws_cognito_log_delivery_configuration', properties: { user_pool_id: refer(), log_configurations: configurations } } }),
  ] as const; // prettier-ignore

export const cognitoProtectionRows: ServiceRows = {
  service: 'cognito',
  controls: {
    'storage-encrypted': {
      'Cognito user pool': { ...pool, rows: [['pass', 'nothing is said', {}, {}]] },
    },
    'customer-managed-key': {
      'Cognito user pool': {
        ...pool,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'a key is named', { KeyConfiguration: { KmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234' } }, null],
        ],
      },
    },
    'deletion-protected': {
      'Cognito user pool': {
        ...pool,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'it is off', { DeletionProtection: 'INACTIVE' }, { deletion_protection: 'INACTIVE' }],
          ['pass', 'it is on', { DeletionProtection: 'ACTIVE' }, { deletion_protection: 'ACTIVE' }],
          ['undecided', 'it is a parameter', { DeletionProtection: unknown }, { deletion_protection: unknown }],
        ],
      },
    },
    'sign-up-by-invitation': {
      'Cognito user pool': {
        ...pool,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['pass', 'administrators create users', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }, { admin_create_user_config: [{ allow_admin_create_user_only: true }] }],
          ['undecided', 'it is a parameter', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: unknown } }, { admin_create_user_config: [{ allow_admin_create_user_only: unknown }] }],
        ],
      },
    },
    'threats-watched': {
      'Cognito user pool': {
        ...pool,
        // prettier-ignore
        rows: [
          ['fail', 'nothing is said', {}, {}],
          ['fail', 'it is off', ...security('OFF')],
          ['pass', 'threats are recorded', ...security('AUDIT')],
          ['pass', 'threats are met', ...security('ENFORCED', 'PLUS')],
          ['fail', 'its plan does not have it', ...security('ENFORCED', 'ESSENTIALS')],
          ['undecided', 'it is a parameter', ...security(unknown)],
        ],
      },
    },
    'watch-complete': {
      'Cognito user pool': {
        ...pool,
        // prettier-ignore
        rows: [
          ['fail', 'threats are recorded, and no more', ...security('AUDIT')],
          ['pass', 'threats are met', ...security('ENFORCED')],
        ],
      },
    },
    'access-logged': {
      'Cognito user pool': {
        ...pool,
        // prettier-ignore
        rows: [
          ['silent', 'it watches for no threats', {}, {}],
          ['fail', 'what it sees goes nowhere', ...security('ENFORCED')],
          ['pass', 'what it sees goes somewhere', ...delivered([{ EventSource: 'userAuthEvents' }])],
          ['fail', 'nothing is delivered', ...delivered([])],
          ['undecided', 'what is delivered is a parameter', ...delivered(unknown)],
        ],
      },
    },
    'mfa-not-by-text-message': {
      'Cognito user pool': {
        ...pool,
        // prettier-ignore
        rows: [
          ['silent', 'there is no second factor', {}, {}],
          ['fail', 'text messages alone', { MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA'] }, { mfa_configuration: 'ON' }],
          ['pass', 'an app as well', { MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] }, { mfa_configuration: 'ON', software_token_mfa_configuration: [{ enabled: true }] }],
          ['fail', 'the app is switched off', null, { mfa_configuration: 'ON', software_token_mfa_configuration: [{ enabled: false }] }],
          ['pass', 'e-mail', { MfaConfiguration: 'ON', EnabledMfas: ['EMAIL_OTP'] }, { mfa_configuration: 'ON', email_mfa_configuration: [{ subject: 'a' }] }],
          ['undecided', 'it is a parameter', { MfaConfiguration: 'ON', EnabledMfas: unknown }, { mfa_configuration: 'ON', software_token_mfa_configuration: [{ enabled: unknown }] }],
        ],
      },
    },
  },
};
