import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import type { About } from './about';
import { everything, roleGrant, type Power } from './role-grant';
import { meaning } from './word';

export const googleWorkspace: Service = {
  name: 'google-workspace',
  types: {
    terraform: [
      'googleworkspace_group_settings',
      'googleworkspace_role_assignment',
      'googleworkspace_user',
      // Settings of browsers, by the hundred: which of them an organization needs is for it to say.
      'googleworkspace_chrome_policy',
      // Groups, names and what roles are made of: what they are given is judged where they are given it.
      'googleworkspace_domain',
      'googleworkspace_domain_alias',
      'googleworkspace_gmail_send_as_alias',
      'googleworkspace_group',
      'googleworkspace_group_member',
      'googleworkspace_group_members',
      'googleworkspace_org_unit',
      'googleworkspace_role',
      'googleworkspace_schema',
      'googleworkspace_user_alias',
    ],
  },
  facts(resource, graph) {
    switch (resource.type) {
      case 'googleworkspace_user':
        return userFacts(resource);
      case 'googleworkspace_group_settings':
        return groupFacts(resource);
      case 'googleworkspace_role_assignment':
        return assignmentFacts(resource, graph);
      default:
        return [];
    }
  },
};

/** @see https://registry.terraform.io/providers/hashicorp/googleworkspace/latest/docs/resources/user */
function* userFacts(user: Resource): Iterable<Fact> {
  const about: About = { noun: 'Google Workspace user', subject: user };
  const { properties } = user;
  const password = properties.get('password');
  yield* secretFacts(user, about.noun, [['password', password]]);
  const suspended = otherwise(properties.get('suspended').flag(), false, 'not suspended unless told so');
  if (suspended.state === 'known' && suspended.value) return;
  const administrator = otherwise(properties.get('is_admin').flag(), false, 'no administrator unless told so');
  yield roleGrant(about, {
    role: map(administrator, (yes) => (yes ? 'super administrator' : 'user')),
    powers: map(administrator, (yes): Power => (yes ? everything : {})),
    wide: known(true, administrator.at, 'the role is one of the whole organization'),
  });
  const given = password.present();
  if (given.state === 'known' && !given.value) return;
  yield {
    kind: 'initial-password', mustChange: otherwise(properties.get('change_password_at_next_login').flag(), false, 'it may be kept unless told otherwise'), ...about,
  };
} // prettier-ignore

/**
 * Who reads, joins and writes to a group.
 *
 * @see https://registry.terraform.io/providers/hashicorp/googleworkspace/latest/docs/resources/group_settings (the defaults)
 */
function* groupFacts(settings: Resource): Iterable<Fact> {
  const about: About = { noun: 'Google Workspace group', subject: settings };
  const { properties } = settings;
  const who = (name: string, initially: string): Settled<string> =>
    otherwise(properties.get(name).text(), initially, `${initially} unless told otherwise`);
  const anyone = (word: string) => (value: string) => value === word;
  yield {
    kind: 'public-switch', public: map(who('who_can_view_group', 'ALL_MEMBERS_CAN_VIEW'), anyone('ANYONE_CAN_VIEW')), ...about,
  };
  yield {
    kind: 'sign-up', open: map(who('who_can_join', 'CAN_REQUEST_TO_JOIN'), anyone('ANYONE_CAN_JOIN')), ...about,
  };
  yield {
    kind: 'public-access-block', complete: map(
      otherwise(properties.get('allow_external_members').flag(), false, 'members only from inside unless told otherwise'),
      (outside) => !outside,
    ), explicit: properties.get('allow_external_members').present(), ...about,
  };
  yield {
    kind: 'administration', unlimited: map(who('who_can_moderate_members', 'OWNERS_AND_MANAGERS'), anyone('ALL_MEMBERS')), ...about,
  };
  const writers = properties.get('who_can_post_message').text();
  if (writers.state !== 'absent')
    yield { kind: 'public-endpoint', role: 'front', public: map(otherwise(writers, '', ''), anyone('ANYONE_CAN_POST')), ...about };
} // prettier-ignore

/** The role of super administrators, as Google names it. */
const superAdministrator = '_SEED_ADMIN_ROLE';

/**
 * A role that an administrator is given. Roles are named by number: what one can do shows where it is made or looked up.
 *
 * @see https://registry.terraform.io/providers/hashicorp/googleworkspace/latest/docs/resources/role_assignment
 * @see https://support.google.com/a/answer/2405986 (the roles that every organization has)
 */
function* assignmentFacts(assignment: Resource, graph: ResourceGraph): Iterable<Fact> {
  const { properties } = assignment;
  const role = roleOf(assignment, graph);
  yield roleGrant(
    { noun: 'Google Workspace role assignment', subject: assignment },
    {
      role,
      powers: map(role, (name): Power => (name === superAdministrator ? everything : {})),
      wide: meaning(otherwise(properties.get('scope_type').text(), 'CUSTOMER', 'everything unless told otherwise'), {
        customer: true,
        org_unit: false,
      }),
    },
  );
}

function roleOf(assignment: Resource, graph: ResourceGraph): Settled<string> {
  const id = assignment.properties.get('role_id');
  const link = graph.follow(id, ['googleworkspace_role']);
  if (link.state !== 'linked') return unknown('a role that is named by its number', id.at);
  const name = link.resource.properties.get('name').text();
  return orElse(name, () => unknown<string>('a role without a name', name.at));
}
