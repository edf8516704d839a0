import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { protectionFacts, secondFactors } from './cognito-protection';
import { environmentSecrets } from './environment-secrets';
import { everyClass } from './password-classes';
import { secretFacts } from './secret-facts';

const userPools = ['AWS::Cognito::UserPool', 'aws_cognito_user_pool'];
const identityPools = ['AWS::Cognito::IdentityPool', 'aws_cognito_identity_pool'];
const providers = ['AWS::Cognito::UserPoolIdentityProvider', 'aws_cognito_identity_provider'];

export const cognito: Service = {
  name: 'cognito',
  types: {
    cloudformation: [
      'AWS::Cognito::IdentityPool',
      'AWS::Cognito::UserPool',
      'AWS::Cognito::UserPoolIdentityProvider',
      // Applications, looks, groups and people of a pool, which has the facts itself.
      'AWS::Cognito::IdentityPoolPrincipalTag',
      'AWS::Cognito::IdentityPoolRoleAttachment',
      'AWS::Cognito::LogDeliveryConfiguration',
      'AWS::Cognito::ManagedLoginBranding',
      'AWS::Cognito::UserPoolClient',
      'AWS::Cognito::UserPoolDomain',
      'AWS::Cognito::UserPoolGroup',
      'AWS::Cognito::UserPoolResourceServer',
      'AWS::Cognito::UserPoolRiskConfigurationAttachment',
      'AWS::Cognito::UserPoolUICustomizationAttachment',
      'AWS::Cognito::UserPoolUser',
      'AWS::Cognito::UserPoolUserToGroupAttachment',
    ],
    terraform: [
      'aws_cognito_identity_pool',
      'aws_cognito_identity_provider',
      'aws_cognito_user',
      'aws_cognito_user_pool',
      'aws_cognito_identity_pool_provider_principal_tag',
      'aws_cognito_identity_pool_roles_attachment',
      'aws_cognito_log_delivery_configuration',
      'aws_cognito_managed_login_branding',
      'aws_cognito_managed_user_pool_client',
      'aws_cognito_resource_server',
      'aws_cognito_risk_configuration',
      'aws_cognito_user_group',
      'aws_cognito_user_in_group',
      'aws_cognito_user_pool_client',
      'aws_cognito_user_pool_domain',
      'aws_cognito_user_pool_ui_customization',
    ],
  },
  *facts(resource, graph) {
    if (userPools.includes(resource.type)) yield* userPoolFacts(resource, graph);
    if (identityPools.includes(resource.type)) yield signInFact(resource);
    if (providers.includes(resource.type))
      yield* secretFacts(
        resource,
        'Cognito identity provider',
        environmentSecrets(property(resource, 'ProviderDetails', 'provider_details')),
      );
    if (resource.type === 'aws_cognito_user')
      yield* secretFacts(resource, 'Cognito user', [
        ['password', resource.properties.get('password')],
        ['temporary password', resource.properties.get('temporary_password')],
      ]);
  },
};

/**
 * What people sign in to a pool with. `OPTIONAL` leaves the second factor to each of them.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
 */
function* userPoolFacts(pool: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield* protectionFacts(pool, graph);
  const about = { noun: 'Cognito user pool', subject: pool };
  const factor = otherwise(
    property(pool, 'MfaConfiguration', 'mfa_configuration').text(),
    'OFF',
    'no second factor unless told otherwise',
  );
  yield {
    kind: 'multi-factor',
    required: map(factor, (text) => text === 'ON'),
    offered: map(factor, (text) => text !== 'OFF'),
    ...about,
    ...(!(factor.state === 'known' && factor.value === 'OFF') && { beyondTextMessage: secondFactors(pool) }),
  };

  const policy = property(pool, 'Policies.PasswordPolicy', 'password_policy');
  const read = (cloudformation: string, terraform: string): Property =>
    member(policy, pool.vocabulary, cloudformation, terraform);
  const written = policy.present();
  const initially = written.state === 'known' && !written.value;
  const required = (cloudformation: string, terraform: string): Settled<boolean> =>
    otherwise(
      read(cloudformation, terraform).flag(),
      initially,
      initially ? 'the initial policy requires it' : 'not required unless told to be',
    );
  const classes = {
    lowercase: required('RequireLowercase', 'require_lowercase'),
    uppercase: required('RequireUppercase', 'require_uppercase'),
    digit: required('RequireNumbers', 'require_numbers'),
    symbol: required('RequireSymbols', 'require_symbols'),
  };
  yield {
    kind: 'password-policy', minimumLength: otherwise(read('MinimumLength', 'minimum_length').number(), 8, 'eight characters unless told otherwise'), classes, everyClass: everyClass(classes, policy.at), remembered: otherwise(read('PasswordHistorySize', 'password_history_size').number(), 0, 'none unless told otherwise'), ...about,
  }; // prettier-ignore
}

/** Whether everyone is handed credentials of AWS. */
const signInFact = (pool: Resource): Fact => ({
  kind: 'sign-in',
  noun: 'Cognito identity pool',
  subject: pool,
  required: map(
    otherwise(
      property(pool, 'AllowUnauthenticatedIdentities', 'allow_unauthenticated_identities').flag(),
      false,
      'guests are let in only when told to be',
    ),
    (guests) => !guests,
  ),
});
