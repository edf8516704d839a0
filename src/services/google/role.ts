import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, some } from '../../model/truth';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';

/** What a role lets its holder do on everything below where it is given. */
export interface RolePowers {
  readonly name: Settled<string>;
  readonly unlimited: Settled<boolean>;
  readonly broad: Settled<boolean>;
  readonly escalating: Settled<boolean>;
  /** One of the oldest, which reach every service: made for everybody, and more than anybody needs. */
  readonly basic: Settled<boolean>;
  /** Made for those who administer something. */
  readonly administrative: Settled<boolean>;
}

/** @see https://cloud.google.com/iam/docs/roles-overview#basic (owner, editor; admin, writer since 2025) */
const unlimitedRoles: ReadonlySet<string> = new Set(['roles/owner', 'roles/admin']);
const broadRoles: ReadonlySet<string> = new Set([...unlimitedRoles, 'roles/editor', 'roles/writer']);
const basicRoles: ReadonlySet<string> = new Set([...broadRoles, 'roles/viewer', 'roles/reader']);

/**
 * Roles whose holder writes the policies of what stands below, changes roles, or acts as its service accounts.
 *
 * @see https://cloud.google.com/iam/docs/service-account-permissions
 * @see https://cloud.google.com/iam/docs/roles-permissions/iam
 * @see https://cloud.google.com/iam/docs/roles-permissions/resourcemanager
 */
const escalatingRoles: ReadonlySet<string> = new Set([
  ...unlimitedRoles,
  'roles/iam.organizationRoleAdmin',
  'roles/iam.roleAdmin',
  'roles/iam.securityAdmin',
  'roles/iam.serviceAccountAdmin',
  'roles/iam.serviceAccountKeyAdmin',
  'roles/iam.serviceAccountOpenIdTokenCreator',
  'roles/iam.serviceAccountTokenCreator',
  'roles/iam.serviceAccountUser',
  'roles/iam.workloadIdentityPoolAdmin',
  'roles/iam.workloadIdentityUser',
  'roles/resourcemanager.folderAdmin',
  'roles/resourcemanager.folderIamAdmin',
  'roles/resourcemanager.organizationAdmin',
  'roles/resourcemanager.projectIamAdmin',
]);

/** @see https://cloud.google.com/iam/docs/best-practices-for-using-service-accounts-securely */
const escalatingPermissions: ReadonlySet<string> = new Set([
  'iam.roles.update',
  'iam.serviceAccountKeys.create',
  'iam.serviceAccounts.actAs',
  'iam.serviceAccounts.getAccessToken',
  'iam.serviceAccounts.implicitDelegation',
  'iam.serviceAccounts.setIamPolicy',
  'iam.serviceAccounts.signBlob',
  'iam.serviceAccounts.signJwt',
  'resourcemanager.folders.setIamPolicy',
  'resourcemanager.organizations.setIamPolicy',
  'resourcemanager.projects.setIamPolicy',
]);

export const customRoleTypes: readonly string[] = [
  'google_organization_iam_custom_role',
  'google_project_iam_custom_role',
];

/** The powers of the role that a property names: a basic or predefined one by its name, a custom one of the input. */
export function rolePowers(role: Property, graph: ResourceGraph): RolePowers {
  const link = graph.follow(role, customRoleTypes);
  if (link.state === 'linked') return customRolePowers(link.resource);
  const name = otherwise(role.text(), '', 'no role is named');
  const within = (roles: ReadonlySet<string>): Settled<boolean> => map(name, (text) => roles.has(text));
  return {
    name,
    unlimited: within(unlimitedRoles),
    broad: within(broadRoles),
    // No wildcard stands in a custom role, but what does stand there is said where the role is.
    escalating:
      name.state === 'known' && /^(projects|organizations)\//.test(name.value)
        ? unknown('what the custom role allows is not in sight', role.at)
        : within(escalatingRoles),
    basic: within(basicRoles),
    administrative: map(name, (text) => broadRoles.has(text) || /admin$/i.test(text)),
  };
}

/**
 * A custom role names each permission: it never holds everything.
 *
 * @see https://cloud.google.com/iam/docs/creating-custom-roles
 */
export function customRolePowers(role: Resource): RolePowers {
  const { properties } = role;
  const permissions = properties.get('permissions');
  const at = permissions.at;
  const named = otherwise(permissions.texts(), [], 'no permission is named');
  return {
    name: otherwise(properties.get('role_id').text(), role.address, 'the custom role'),
    unlimited: known(false, at, 'a custom role names each permission'),
    broad: known(false, at, 'a custom role names each permission'),
    escalating: settledTruth(
      any(some(named, (text) => is(text, (name) => escalatingPermissions.has(name), 'permission'), 'permissions')),
      at,
    ),
    basic: known(false, at, 'written for a purpose of your own'),
    administrative: known(false, at, 'written for a purpose of your own'),
  };
}
