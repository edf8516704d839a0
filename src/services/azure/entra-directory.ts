import type { Fact, RoleGrant } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { holdsEverybody } from './entra-group';
import { at, switched } from './platform-service';

const roles = ['azuread_directory_role'];
/** Where each names the role, the principal, and the part of the directory that the role is for. */
const assignments: Readonly<Record<string, readonly [role: string, principal: string, scope: string]>> = {
  azuread_directory_role_assignment: ['role_id', 'principal_object_id', 'directory_scope_id'],
  azuread_directory_role_member: ['role_object_id', 'member_object_id', 'directory_scope_id'],
};
const appRoles = ['azuread_app_role_assignment'];
const users = ['azuread_user'];

/**
 * Who is in a directory, and who may change it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/directory_role_assignment
 */
export const entraDirectory: Service = {
  name: 'entra-directory',
  types: {
    terraform: [
      ...Object.keys(assignments),
      ...appRoles,
      ...users,
      // Roles, groups and units: who has or is in them stands in what is assigned; what is only eligible is activated first.
      'azuread_administrative_unit',
      'azuread_administrative_unit_member',
      'azuread_administrative_unit_role_member',
      'azuread_custom_directory_role',
      'azuread_directory_role',
      'azuread_directory_role_eligibility_schedule_request',
      'azuread_group',
      'azuread_group_member',
      'azuread_group_role_management_policy',
      'azuread_group_without_members',
      'azuread_invitation',
      'azuread_privileged_access_group_assignment_schedule',
      'azuread_privileged_access_group_eligibility_schedule',
      'azuread_user_flow_attribute',
    ],
  },
  *facts(resource, graph) {
    const places = assignments[resource.type];
    if (places) yield roleFact(resource, places, graph);
    if (appRoles.includes(resource.type)) yield appRoleFact(resource);
    if (users.includes(resource.type)) yield* userFacts(resource);
  },
};

/**
 * Roles that reach everything in a directory, and those that give roles, or credentials of applications that have more.
 *
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const powerful: ReadonlyMap<string, readonly [name: string, unlimited: boolean]> = new Map([
  ['62e90394-69f5-4237-9190-012177145e10', ['Global Administrator', true]],
  ['e8611ab8-c189-46e8-94e1-60213ab1f814', ['Privileged Role Administrator', false]],
  ['7be44c8a-adaf-4e2a-84d6-ab2649e08a13', ['Privileged Authentication Administrator', false]],
  ['9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', ['Application Administrator', false]],
  ['158c047a-c907-4556-b7ef-446551a6b5f7', ['Cloud Application Administrator', false]],
]);
const powerfulByName = new Map([...powerful.values()].map(([name, unlimited]) => [name.toLowerCase(), unlimited]));

function roleFact(
  assignment: Resource,
  [rolePath, principalPath, scopePath]: readonly [role: string, principal: string, scope: string],
  graph: ResourceGraph,
): RoleGrant {
  const role = roleName(at(assignment, rolePath), graph);
  const principal = at(assignment, principalPath);
  const is = (test: (unlimited: boolean | undefined) => boolean): Settled<boolean> =>
    map(role, (name) => test(powerfulByName.get(name.toLowerCase())));
  return {
    kind: 'role-grant',
    noun: 'assignment of a directory role',
    subject: assignment,
    role,
    everyone: holdsEverybody(principal, graph),
    wide: map(
      orElse(at(assignment, scopePath).text(), () =>
        otherwise(at(assignment, 'app_scope_id').text(), '/', 'the whole directory unless told otherwise'),
      ),
      (scope) => scope === '/',
    ),
    unlimited: is((unlimited) => unlimited === true),
    broad: is((unlimited) => unlimited === true),
    escalating: is((unlimited) => unlimited !== undefined),
  };
}

/** A role by the resource that activates it, else by the id of its template. */
function roleName(role: Property, graph: ResourceGraph): Settled<string> {
  const link = graph.follow(role, roles);
  if (link.state === 'linked') {
    const { properties } = link.resource;
    return orElse(properties.get('display_name').text(), () => byTemplate(properties.get('template_id')));
  }
  return byTemplate(role);
}

function byTemplate(id: Property): Settled<string> {
  const text = id.text();
  if (text.state === 'absent') return unknown('no role is written', id.at);
  return map(text, (value) => powerful.get(value.toLowerCase())?.[0] ?? value);
}

/**
 * Permissions of Microsoft Graph with which an application makes itself administrator.
 *
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
const escalatingPermissions: ReadonlyMap<string, string> = new Map([
  ['9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8', 'RoleManagement.ReadWrite.Directory'],
  ['06b708a9-e830-4db3-a914-8e69da51d44f', 'AppRoleAssignment.ReadWrite.All'],
  ['1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9', 'Application.ReadWrite.All'],
  ['dd199f4a-f148-40a4-a2ec-f0069cc799ec', 'RoleAssignmentSchedule.ReadWrite.Directory'],
]);
const escalatingNames: ReadonlySet<string> = new Set(escalatingPermissions.values());

/** The name of a permission: of one that is told by its id, or looked up by its name among those of a principal. */
function permissionName(id: Property): Settled<string> {
  const text = id.text();
  if (text.state === 'known') return map(text, (value) => escalatingPermissions.get(value.toLowerCase()) ?? value);
  const [reference, ...others] = id.references();
  const [, dotted, bracketed] = /^app_role_ids(?:\.(.+)|\["(.+)"\])$/.exec(reference?.attribute ?? '') ?? [];
  const name = dotted ?? bracketed;
  if (name !== undefined && others.length === 0) return known(name, id.at);
  return text.state === 'absent' ? unknown('no role is written', id.at) : text;
}

function appRoleFact(assignment: Resource): RoleGrant {
  const id = at(assignment, 'app_role_id');
  const role = permissionName(id);
  return {
    kind: 'role-grant',
    noun: 'permission of an application',
    subject: assignment,
    role,
    everyone: known(false, id.at, 'one principal is named'),
    wide: known(true, id.at, 'a permission holds in the whole directory'),
    unlimited: known(false, id.at),
    broad: known(false, id.at),
    escalating: map(role, (name) => escalatingNames.has(name)),
  };
}

/** @see https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/user */
function* userFacts(user: Resource): Iterable<Fact> {
  const about = { noun: 'user of Entra', subject: user };
  const password = at(user, 'password');
  yield* secretFacts(user, about.noun, [['password', password]]);
  if (password.text().state !== 'absent')
    yield {
      kind: 'initial-password',
      mustChange: switched(user, ['force_password_change'], false, 'the password stays unless told otherwise'),
      ...about,
    };
  const weak = switched(user, ['disable_strong_password'], false, 'strong unless told otherwise');
  if (weak.state === 'known' && !weak.value) return;
  yield {
    kind: 'password-policy',
    minimumLength: whereWeak(weak, 0),
    everyClass: whereWeak(weak, false),
    remembered: whereWeak(weak, 0),
    ...about,
  };
}

/** Of a user whose password may turn out to be held to the rules of the directory, nothing is known here. */
const whereWeak = <T>(weak: Settled<boolean>, value: T): Settled<T> =>
  weak.state === 'known' ? known(value, weak.at) : unknown(weak.why, weak.at);
