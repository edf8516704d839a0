import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, some, truth } from '../../model/truth';
import { known, map, otherwise, type Settled } from '../../model/value';
import { companionTruths, isOn, settledHere, watching } from './detector';
import { alwaysEncrypted } from './key-custody';

const deliveries = ['AWS::Cognito::LogDeliveryConfiguration', 'aws_cognito_log_delivery_configuration'];

/**
 * What guards a pool beside the way people sign in: against deletion, strangers and stolen passwords.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
 */
export function* protectionFacts(pool: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Cognito user pool', subject: pool };
  yield {
    kind: 'storage-at-rest', encryption: alwaysEncrypted(
      property(pool, 'KeyConfiguration.KmsKeyArn', null),
      graph,
      'provider-key',
      'Cognito always encrypts',
    ), ...about,
  };
  yield {
    kind: 'deletion-protection', on: map(
      otherwise(property(pool, 'DeletionProtection', 'deletion_protection').text(), 'INACTIVE', 'off unless told otherwise'),
      (text) => text.toUpperCase() === 'ACTIVE',
    ), ...about,
  };
  yield {
    kind: 'sign-up', open: map(
      otherwise(
        property(pool, 'AdminCreateUserConfig.AllowAdminCreateUserOnly', 'admin_create_user_config.allow_admin_create_user_only').flag(),
        false,
        'people sign up themselves unless told otherwise',
      ),
      (invited) => !invited,
    ), ...about,
  };
  yield* threatFacts(pool, graph);
} // prettier-ignore

/**
 * Threat protection, which the Plus plan alone has, and the record of what it saw.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
 */
function* threatFacts(pool: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'Cognito user pool', subject: pool };
  const mode = otherwise(
    property(pool, 'UserPoolAddOns.AdvancedSecurityMode', 'user_pool_add_ons.advanced_security_mode').text(),
    'OFF',
    'threat protection is off unless told otherwise',
  );
  // Where threat protection is switched on and no plan is named, the plan has it: Cognito refuses it otherwise.
  const plan = otherwise(property(pool, 'UserPoolTier', 'user_pool_tier').text(), 'PLUS', 'as threat protection needs');
  const offered = is(plan, (text) => text === 'PLUS', 'plan');
  const on = all(
    is(mode, (text) => text !== 'OFF', 'threat protection'),
    offered,
  );
  const enforced = all(
    is(mode, (text) => text === 'ENFORCED', 'threat protection'),
    offered,
  );
  yield watching(about, settledHere(on, pool), settledHere(enforced, pool));

  const { certain, possible } = graph.companions(pool, deliveries, deliveryTarget(pool));
  if (on.holds === false && certain.length + possible.length === 0) return;
  const recorded = any(
    truth(false, { id: pool.id, path: [] }, 'nothing says where records of sign-ins go'),
    ...companionTruths(pool, deliveries, deliveryTarget(pool), graph, (delivery) =>
      isOn(property(delivery, 'LogConfigurations', 'log_configurations').present(), 'records of sign-ins'),
    ),
  );
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: settledHere(recorded, pool),
    ...about,
    ...(certain.length > 0 && { related: certain }),
  };
}

const deliveryTarget = ({ vocabulary }: Resource): string =>
  vocabulary === 'cloudformation' ? 'UserPoolId' : 'user_pool_id';

/** Whether people may use another second factor than a text message: an app, an e-mail or a passkey. */
export function secondFactors(pool: Resource): Settled<boolean> {
  if (pool.vocabulary === 'cloudformation')
    return settledTruth(
      some(
        otherwise(pool.properties.get('EnabledMfas').texts(), [], 'text messages unless told otherwise'),
        (text) => is(text, (factor) => factor !== 'SMS_MFA', 'second factor'),
        'second factors',
      ),
      pool.properties.at,
    );
  const app = pool.properties.get('software_token_mfa_configuration', 'enabled');
  return settledTruth(
    any(
      isOn(otherwise(app.flag(), false, 'no app unless told otherwise'), 'app'),
      isOn(pool.properties.get('email_mfa_configuration').present(), 'e-mail'),
      isOn(
        map(
          otherwise(
            pool.properties.get('web_authn_configuration', 'user_verification').text(),
            'preferred',
            'not required unless told otherwise',
          ),
          (text) => text === 'required',
        ),
        'passkey',
      ),
      truth(false, app.at, 'text messages alone'),
    ),
    known(false, app.at).at,
  );
}
