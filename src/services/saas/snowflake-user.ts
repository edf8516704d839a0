import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth } from '../../model/truth';
import { chain, known, map, narrow, orElse, otherwise, unknown, type Settled } from '../../model/value';
import { everyClass } from '../aws/password-classes';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { holds } from './web-address';
import { meaning } from './word';

const users = ['snowflake_legacy_service_user', 'snowflake_service_user', 'snowflake_user'];

export const snowflakeUser: Service = {
  name: 'snowflake-user',
  types: {
    terraform: [
      ...users,
      'snowflake_account',
      'snowflake_authentication_policy',
      'snowflake_password_policy',
      'snowflake_scim_integration',
      'snowflake_user_programmatic_access_token',
    ],
  },
  facts(resource) {
    if (users.includes(resource.type)) return userFacts(resource);
    switch (resource.type) {
      case 'snowflake_authentication_policy':
        return signInFacts(resource);
      case 'snowflake_password_policy':
        return passwordFacts(resource);
      case 'snowflake_account':
        return accountFacts(resource);
      case 'snowflake_scim_integration':
        return directoryFacts(resource);
      default:
        return tokenFacts(resource);
    }
  },
};

/** A switch that the provider writes as text: `default` is Snowflake's own choice. */
const toggle = (property: Property, initially: boolean): Settled<boolean> =>
  meaning(otherwise(property.text(), 'default', 'not said'), { true: true, false: false, default: initially });

const strongest = ['ACCOUNTADMIN', 'ORGADMIN', 'SECURITYADMIN'];

/**
 * What a user signs in with. A key works until it is taken away, or the user ends; a service may have a password only
 * as a relic.
 *
 * @see https://registry.terraform.io/providers/snowflakedb/snowflake/latest/docs/resources/user
 * @see https://docs.snowflake.com/en/user-guide/security-access-control-considerations (the account administrator)
 */
function* userFacts(user: Resource): Iterable<Fact> {
  const about: About = { noun: 'Snowflake user', subject: user };
  const { properties } = user;
  const disabled = toggle(properties.get('disabled'), false);
  if (disabled.state === 'known' && disabled.value) return;
  const password = properties.get('password');
  yield* secretFacts(user, about.noun, [['password', password]]);
  yield* factorFacts(about, properties);
  const present = (name: string) => is(properties.get(name).present(), (yes) => yes, name);
  const ends = is(otherwise(properties.get('days_to_expiry').number(), 0, 'no end'), (days) => days > 0, 'end of the user');
  const legacy = user.type === 'snowflake_legacy_service_user' ? [present('password')] : [];
  yield {
    kind: 'credential', longLived: settledTruth(all(any(present('rsa_public_key'), present('rsa_public_key_2'), ...legacy), not(ends)), properties.at), ...about,
  };
  yield {
    kind: 'administration', unlimited: map(otherwise(properties.get('default_role').text(), 'PUBLIC', 'none is named'), (role) =>
      strongest.includes(role.replace(/^"|"$/g, '').toUpperCase()),
    ), ...about,
  };
  const given = password.present();
  if (user.type !== 'snowflake_user' || (given.state === 'known' && !given.value)) return;
  yield { kind: 'initial-password', mustChange: toggle(properties.get('must_change_password'), false), ...about };
} // prettier-ignore

/** Whether somebody took the second factor away. Where nobody did, an authentication policy says who must have one. */
function* factorFacts(about: About, properties: Property): Iterable<Fact> {
  const off = toggle(properties.get('disable_mfa'), false);
  const bypassed = map(otherwise(properties.get('mins_to_bypass_mfa').number(), -1, 'never'), (minutes) => minutes > 0);
  const lacking = settledTruth(
    any(
      is(off, (yes) => yes, 'second factor taken away'),
      is(bypassed, (yes) => yes, 'second factor put aside'),
    ),
    properties.at,
  );
  if (lacking.state === 'known' && !lacking.value) return;
  yield { kind: 'multi-factor', required: map(lacking, (yes) => !yes), ...about };
}

/**
 * How people may sign in. Without passwords, the directory decides who gets in, and what they are asked for.
 *
 * @see https://docs.snowflake.com/en/sql-reference/sql/create-authentication-policy
 */
function* signInFacts(policy: Resource): Iterable<Fact> {
  const about: About = { noun: 'Snowflake authentication policy', subject: policy };
  const { properties } = policy;
  const methods = properties.get('authentication_methods');
  const named = methods.present();
  const passwords = holds(methods, ['all', 'password'], 'not named');
  yield {
    kind: 'user-store',
    central: settledTruth(
      all(
        is(named, (yes) => yes, 'ways to sign in'),
        not(is(passwords, (yes) => yes, 'passwords')),
      ),
      methods.at,
    ),
    ...about,
  };
  const enrollment = properties.get('mfa_enrollment').text();
  const without = named.state === 'known' && named.value && passwords.state === 'known' && !passwords.value;
  if (enrollment.state === 'absent' || without) return;
  yield {
    kind: 'multi-factor',
    required: meaning(otherwise(enrollment, 'OPTIONAL', 'not said'), {
      required: true,
      required_password_only: true,
      required_snowflake_ui_password_only: false,
      optional: false,
    }),
    offered: known(true, enrollment.at),
    ...about,
  };
}

/**
 * What passwords must be like. Versions of the provider that have no default of their own leave it to Snowflake, and write
 * -1 for that; older ones wrote 8 characters of all classes, and no history.
 *
 * @see https://docs.snowflake.com/en/sql-reference/sql/create-password-policy (the defaults)
 * @see https://registry.terraform.io/providers/snowflakedb/snowflake/latest/docs/resources/password_policy
 */
function* passwordFacts(policy: Resource): Iterable<Fact> {
  const about: About = { noun: 'Snowflake password policy', subject: policy };
  const { properties } = policy;
  const number = (name: string, ofSnowflake: number, ofProvider = ofSnowflake): Settled<number> =>
    chain(
      orElse(properties.get(name).number(), () =>
        narrow(unknown('the version of the provider decides', properties.get(name).at, [ofSnowflake, ofProvider])),
      ),
      (value) => known(value < 0 ? ofSnowflake : value, properties.get(name).at),
    );
  const required = (name: string, ofSnowflake = 1): Settled<boolean> => map(number(name, ofSnowflake, 1), (count) => count > 0);
  const classes = {
    lowercase: required('min_lower_case_chars'),
    uppercase: required('min_upper_case_chars'),
    digit: required('min_numeric_chars'),
    symbol: required('min_special_chars', 0),
  };
  yield {
    kind: 'password-policy', minimumLength: number('min_length', 14, 8), classes, everyClass: everyClass(classes, properties.at), remembered: number('history', 5, 0), maximumAge: map(number('max_age_days', 90), (days) => (days === 0 ? Infinity : days)), ...about,
  };
  yield { kind: 'front-guard', guard: 'rate', kept: map(number('max_retries', 5), (tries) => tries <= 10), ...about };
} // prettier-ignore

/** The first administrator of an account. */
function* accountFacts(account: Resource): Iterable<Fact> {
  const about: About = { noun: 'Snowflake account', subject: account };
  const password = account.properties.get('admin_password');
  yield* secretFacts(account, about.noun, [['administrator password', password]]);
  const given = password.present();
  if (given.state === 'known' && !given.value) return;
  yield {
    kind: 'initial-password',
    mustChange: toggle(account.properties.get('must_change_password'), false),
    ...about,
  };
}

/** Users who come from a directory go when they leave it. */
function* directoryFacts(integration: Resource): Iterable<Fact> {
  yield {
    noun: 'Snowflake SCIM integration',
    subject: integration,
    kind: 'user-store',
    central: otherwise(integration.properties.get('enabled').flag(), false, 'off'),
  };
}

/**
 * A token ends after fifteen days unless told otherwise, and after a year at the latest.
 *
 * @see https://docs.snowflake.com/en/user-guide/programmatic-access-tokens
 */
function* tokenFacts(token: Resource): Iterable<Fact> {
  const end = token.properties.get('days_to_expiry');
  yield {
    noun: 'Snowflake access token',
    subject: token,
    kind: 'credential',
    longLived: known(false, end.at, 'it ends after a year at the latest'),
  };
}
