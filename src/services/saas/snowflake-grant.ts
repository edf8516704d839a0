import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, type Truth } from '../../model/truth';
import { known, map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import type { About } from './about';
import { everything, powersOf, roleGrant, type Power } from './role-grant';
import { holds } from './web-address';

/**
 * What the roles that every account has can do; a role of one's own is judged by what is granted to it.
 *
 * @see https://docs.snowflake.com/en/user-guide/security-access-control-overview (system-defined roles)
 */
const powers: Readonly<Record<string, Power>> = {
  ACCOUNTADMIN: everything,
  ORGADMIN: everything,
  GLOBALORGADMIN: everything,
  SECURITYADMIN: { escalating: true },
  USERADMIN: {},
  SYSADMIN: { broad: true },
  PUBLIC: {},
};

export const snowflakeGrant: Service = {
  name: 'snowflake-grant',
  types: {
    terraform: ['snowflake_grant_account_role', 'snowflake_grant_ownership', 'snowflake_grant_privileges_to_account_role'],
  },
  *facts(resource) {
    if (resource.type === 'snowflake_grant_account_role') yield* roleFacts(resource);
    else if (resource.type === 'snowflake_grant_ownership') yield ownershipFact(resource);
    else yield privilegeFact(resource);
  },
}; // prettier-ignore

/** The name of a role without its quotation marks; without them, case is not told apart. */
const roleName = (property: Property): Settled<string> =>
  map(otherwise(property.text(), '', 'no role is named'), (name) =>
    /^".*"$/.test(name) ? name.slice(1, -1) : name.toUpperCase(),
  );

/** Every user of the account has the role PUBLIC. */
const isPublic = (property: Property): Truth => is(roleName(property), (name) => name === 'PUBLIC', 'role');

/**
 * A role that a user is given. Between roles, the hierarchy that Snowflake recommends gives roles to its own.
 *
 * @see https://registry.terraform.io/providers/snowflakedb/snowflake/latest/docs/resources/grant_account_role
 */
function* roleFacts(grant: Resource): Iterable<Fact> {
  const about: About = { noun: 'Snowflake role grant', subject: grant };
  const { properties } = grant;
  const role = roleName(properties.get('role_name'));
  const parent = properties.get('parent_role_name');
  yield roleGrant(about, {
    role,
    powers: powersOf(role, powers, {}),
    wide: known(true, role.at, 'the role is one of the whole account'),
    everyone: settledTruth(all(isPublic(parent), is(role, (name) => name !== 'PUBLIC', 'role')), parent.at),
  });
} // prettier-ignore

/** Whoever owns something may do everything with it, and grant it on. */
function ownershipFact(grant: Resource): Fact {
  const { properties } = grant;
  const owner = properties.get('account_role_name');
  const role = known('OWNERSHIP', properties.at);
  return roleGrant(
    { noun: 'Snowflake ownership', subject: grant },
    {
      role,
      powers: known(everything, properties.at),
      wide: known(false, properties.at, 'it is about single objects'),
      everyone: settledTruth(isPublic(owner), owner.at),
    },
  );
}

/**
 * @see https://registry.terraform.io/providers/snowflakedb/snowflake/latest/docs/resources/grant_privileges_to_account_role
 */
function privilegeFact(grant: Resource): Fact {
  const { properties } = grant;
  const owner = properties.get('account_role_name');
  const flag = (name: string): Truth =>
    is(otherwise(properties.get(name).flag(), false, 'not unless told so'), (yes) => yes, name);
  const granted = (...names: readonly string[]): Truth =>
    is(holds(properties.get('privileges'), names, 'none is named'), (yes) => yes, 'privileges');
  const powerful = any(flag('all_privileges'), granted('ownership', 'manage grants'));
  const at = properties.get('privileges').at;
  const whole = settledTruth(flag('all_privileges'), at);
  const passesOn = settledTruth(any(flag('all_privileges'), granted('manage grants'), flag('with_grant_option')), at);
  return {
    noun: 'Snowflake privileges',
    subject: grant,
    kind: 'role-grant',
    role: map(whole, (yes) => (yes ? 'ALL PRIVILEGES' : 'privileges')),
    wide: settledTruth(flag('on_account'), properties.get('on_account').at),
    everyone: settledTruth(all(isPublic(owner), any(powerful, flag('on_account'))), owner.at),
    unlimited: whole,
    broad: whole,
    escalating: passesOn,
  };
}
