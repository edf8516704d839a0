import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, otherwise, unknown } from '../../model/value';
import type { Service } from '../service';
import { everything, powersOf, roleGrant, type Power } from './role-grant';

/** Roles on one repository; a role that is not in the list is one of the organization's own. */
const repositoryPowers: Readonly<Record<string, Power>> = { admin: everything, maintain: { broad: true } };

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
        yield collaboratorFact(resource, properties.get('permission'), 'push');
        break;
      case 'github_team_repository':
        yield collaboratorFact(resource, properties.get('permission'), 'pull');
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

/** The role that somebody has on one repository. */
function collaboratorFact(subject: Resource, permission: Property, initially: string): Fact {
  const role = otherwise(permission.text(), initially, `${initially} unless told otherwise`);
  return roleGrant(
    { noun: 'GitHub collaborator', subject },
    {
      role,
      powers: powersOf(role, repositoryPowers, {}),
      wide: known(false, role.at, 'the role is one of a single repository'),
    },
  );
}

function* listedFacts(resource: Resource, list: Property): Iterable<Fact> {
  const items = list.list();
  if (items.state === 'absent') return;
  if (items.state === 'known')
    for (const item of items.value) yield collaboratorFact(resource, item.get('permission'), 'push');
  else
    yield roleGrant(
      { noun: 'GitHub collaborator', subject: resource },
      {
        role: unknown(items.why, items.at),
        powers: unknown(items.why, items.at),
        wide: known(false, items.at, 'the role is one of a single repository'),
      },
    );
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
