import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { everything, powersOf, roleGrant } from './role-grant';

export const githubAccess: Service = {
  name: 'github-access',
  types: {
    terraform: [
      'github_membership',
      'github_repository_collaborator',
      'github_repository_collaborators',
      'github_repository_deploy_key',
      'github_team_repository',
      'github_user_ssh_key',
    ],
  },
  *facts(resource) {
    const { properties } = resource;
    switch (resource.type) {
      case 'github_membership':
        yield memberFact(resource);
        break;
      case 'github_repository_deploy_key':
      case 'github_user_ssh_key':
        yield keyFact(resource);
        break;
      case 'github_repository_collaborator':
        yield collaboratorFact(resource, roleOf(properties.get('permission'), 'push'));
        break;
      case 'github_team_repository':
        yield collaboratorFact(resource, roleOf(properties.get('permission'), 'pull'));
        break;
      case 'github_repository_collaborators':
        for (const key of ['user', 'team']) yield* listedFacts(resource, properties.get(key));
        break;
      default:
        break;
    }
  },
};

/** @see https://docs.github.com/en/organizations/managing-peoples-access-to-your-organization-with-roles/roles-in-an-organization */
function memberFact(member: Resource): Fact {
  const role = otherwise(member.properties.get('role').text(), 'member', 'member unless told otherwise');
  return roleGrant(
    { noun: 'GitHub membership', subject: member },
    {
      role,
      powers: powersOf(role, { admin: everything, member: {} }),
      wide: known(true, role.at, 'the role is one of the whole organization'),
    },
  );
}

/** The role that somebody has on one repository: whatever it lets do, it reaches no other. */
const collaboratorFact = (subject: Resource, role: Settled<string>): Fact =>
  roleGrant(
    { noun: 'GitHub collaborator', subject },
    { role, powers: known({}, role.at), wide: known(false, role.at, 'the role is one of a single repository') },
  );

const roleOf = (permission: Property, initially: string): Settled<string> =>
  otherwise(permission.text(), initially, `${initially} unless told otherwise`);

function* listedFacts(resource: Resource, list: Property): Iterable<Fact> {
  const items = list.list();
  if (items.state === 'absent') return;
  if (items.state === 'unknown') yield collaboratorFact(resource, unknown(items.why, items.at));
  else for (const item of items.value) yield collaboratorFact(resource, roleOf(item.get('permission'), 'push'));
}

/**
 * An SSH key has no end. A deploy key belongs to the repository, and stays when the person who added it has left.
 *
 * @see https://docs.github.com/en/authentication/connecting-to-github-with-ssh/managing-deploy-keys
 */
const keyFact = (key: Resource): Fact => ({
  kind: 'credential',
  noun: key.type === 'github_user_ssh_key' ? 'GitHub SSH key' : 'GitHub deploy key',
  subject: key,
  longLived: known(true, key.properties.at, 'it has no end'),
});
