import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { everything, powersOf, roleGrant, type Power } from './role-grant';

/**
 * What administrators may do. Only super administrators make others administrators; those of groups and users reset
 * passwords of people who are none.
 *
 * @see https://help.okta.com/en-us/content/topics/security/administrators-admin-comparison.htm
 */
const powers: Readonly<Record<string, Power>> = {
  SUPER_ADMIN: everything,
  ORG_ADMIN: { broad: true },
  API_ACCESS_MANAGEMENT_ADMIN: {},
  API_ADMIN: {},
  APP_ADMIN: {},
  GROUP_MEMBERSHIP_ADMIN: {},
  HELP_DESK_ADMIN: {},
  MOBILE_ADMIN: {},
  READ_ONLY_ADMIN: {},
  REPORT_ADMIN: {},
  USER_ADMIN: {},
};

export const oktaAdministration: Service = {
  name: 'okta-administration',
  types: {
    terraform: ['okta_app_oauth_role_assignment', 'okta_group_role', 'okta_user', 'okta_user_admin_roles'],
  },
  *facts(resource) {
    const { properties } = resource;
    if (resource.type === 'okta_group_role')
      yield administratorFact({ noun: 'Okta group', subject: resource }, properties.get('role_type'), confined(resource));
    else if (resource.type === 'okta_app_oauth_role_assignment')
      yield administratorFact({ noun: 'Okta application', subject: resource }, properties.get('type'), confined(resource));
    else yield* userFacts(resource);
  },
}; // prettier-ignore

/** A role that reaches named groups or applications, or a set of resources, is not one of the whole organization. */
function confined({ properties }: Resource): Settled<boolean> {
  const targets = ['target_group_list', 'target_app_list', 'resource_set_id', 'resource_set'].map((key) =>
    properties.get(key).present(),
  );
  const found = targets.find((one) => one.state === 'known' && one.value);
  const open = targets.find((one) => one.state === 'unknown');
  return found ?? open ?? known(false, properties.at, 'no targets are named');
}

/** A custom role lets its holder do what the role says; its text is judged where it is written. */
function administratorFact(about: About, property: Property, limited: Settled<boolean>): Fact {
  const role = otherwise(property.text(), 'CUSTOM', 'no standard role is named');
  return roleGrant(about, {
    role,
    powers: powersOf(role, { ...powers, CUSTOM: {} }),
    wide: map(limited, (yes) => !yes),
  });
}

/**
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/user
 */
function* userFacts(user: Resource): Iterable<Fact> {
  const about: About = { noun: 'Okta user', subject: user };
  const { properties } = user;
  const roles = properties.get('admin_roles').list();
  const wide = known(true, properties.at, 'the role is one of the whole organization');
  if (roles.state === 'known') for (const role of roles.value) yield administratorFact(about, role, known(false, role.at));
  if (roles.state === 'unknown')
    yield roleGrant(about, { role: unknown(roles.why, roles.at), powers: unknown(roles.why, roles.at), wide });
  yield* secretFacts(user, about.noun, [
    ['password', properties.get('password')],
    ['old password', properties.get('old_password')],
    ['answer to the recovery question', properties.get('recovery_answer')],
  ]);
  const password = properties.get('password').present();
  if (password.state === 'known' && !password.value) return;
  yield {
    kind: 'initial-password', mustChange: otherwise(properties.get('expire_password_on_create').flag(), false, 'it may be kept unless told otherwise'), ...about,
  };
} // prettier-ignore
