import { refer, system, unknown, type Properties, type Row, type ServiceRows } from '../../support/row';

const assignment = { cloudformation: null, terraform: 'azurerm_role_assignment' };
const definition = { cloudformation: null, terraform: 'azurerm_role_definition' };
const delegation = { cloudformation: null, terraform: 'azurerm_lighthouse_definition' };

const subscription = '/subscriptions/11111111-2222-3333-4444-555555555555';
const owner = `${subscription}/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`;
const principal_id = '99999999-8888-7777-6666-555555555555';

const given = (role_definition_name: unknown, more: Properties = {}): Properties => ({
  scope: subscription,
  role_definition_name,
  principal_id,
  ...more,
});
const byId = (role_definition_id: unknown): Properties => ({ scope: subscription, role_definition_id, principal_id });
const defined = (actions: unknown, more: Properties = {}): Properties => ({
  name: 'operator',
  scope: subscription,
  permissions: [{ actions, ...more }],
});
const ofDefinition = (properties: Properties, data = false) =>
  system(byId(refer('other', 'role_definition_resource_id')), {
    other: { type: 'azurerm_role_definition', properties, data },
  });

const assigned = (scope: string) => ({
  given: { type: 'azurerm_role_assignment', properties: { scope, role_definition_id: refer('it', 'role_definition_resource_id'), principal_id } },
}); // prettier-ignore

/** Where an owner is one of everything, and where not. */
// prettier-ignore
const scopes: readonly Row[] = [
  ['fail',      'owner of a subscription', null, given('Owner')],
  ['fail',      'owner of a management group', null, given('Owner', { scope: '/providers/Microsoft.Management/managementGroups/all' })],
  ['fail',      'owner of the tenant', null, given('Owner', { scope: '/' })],
  ['fail',      'owner of a subscription that is looked up', null, system(given('Owner', { scope: refer('other') }), { other: { type: 'azurerm_subscription', properties: {}, data: true } })],
  ['fail',      'owner of a management group beside it', null, system(given('Owner', { scope: refer('other') }), { other: { type: 'azurerm_management_group', properties: {} } })],
  ['pass',      'owner of a resource group', null, given('Owner', { scope: `${subscription}/resourceGroups/front` })],
  ['pass',      'owner of a resource group beside it', null, system(given('Owner', { scope: refer('other') }), { other: { type: 'azurerm_resource_group', properties: {} } })],
  ['undecided', 'the scope is settled at deployment', null, given('Owner', { scope: unknown })],
];

export const roleAssignmentRows: ServiceRows = {
  service: 'role-assignment',
  controls: {
    'iam-no-admin': {
      'role assignment': {
        ...assignment,
        // prettier-ignore
        rows: [
          ...scopes,
          ['fail',      'owner by the id of the role', null, byId(owner)],
          ['fail',      'owner by the id of the role alone', null, byId('8E3AF657-A8FF-443C-A75C-2FE8C4BCB635')],
          ['fail',      'the role is looked up by its name', null, ofDefinition({ name: 'Owner' }, true)],
          ['pass',      'another role is looked up', null, ofDefinition({ name: 'Reader' }, true)],
          ['fail',      'a role of its own allows everything', null, ofDefinition(defined(['*']))],
          ['pass',      'a role of its own allows everything but to give permissions', null, ofDefinition(defined(['*'], { not_actions: ['Microsoft.Authorization/*'] }))],
          ['pass',      'contributor', null, given('Contributor')],
          ['pass',      'reader', null, given('Reader')],
          ['pass',      'a role for the data of one service', null, given('Storage Blob Data Contributor')],
          ['pass',      'a role for clusters', null, given('Azure Kubernetes Service Cluster User Role')],
          ['pass',      'a role for the keys of accounts', null, given('Storage Account Key Operator Service Role')],
          ['undecided', 'a role that hands out roles of its service', null, given('DevCenter Owner')],
          ['pass',      'owner, under a condition', null, given('Owner', { condition: '@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEquals "ServicePrincipal"', condition_version: '2.0' })],
          ['undecided', 'a condition is settled at deployment', null, given('Owner', { condition: unknown })],
          ['undecided', 'the role is settled at deployment', null, given(unknown)],
          ['undecided', 'a role that nobody shows', null, given('Platform Team')],
          ['pass',      'a role that nobody shows, on one resource', null, given('Platform Team', { scope: `${subscription}/resourceGroups/front` })],
          ['undecided', 'no role is written', null, { scope: subscription, principal_id }],
        ],
      },
      'active assignment': {
        cloudformation: null,
        terraform: 'azurerm_pim_active_role_assignment',
        // prettier-ignore
        rows: [
          ['fail', 'owner of a subscription', null, byId(owner)],
          ['pass', 'owner of a resource group', null, { ...byId(owner), scope: `${subscription}/resourceGroups/front` }],
        ],
      },
      'role definition': {
        ...definition,
        // prettier-ignore
        rows: [
          ['fail',      'everything is allowed', null, defined(['*'])],
          ['pass',      'everything but to give permissions is', null, defined(['*'], { not_actions: ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/elevateAccess/Action'] })],
          ['fail',      'one way to give permissions is left', null, defined(['*'], { not_actions: ['Microsoft.Authorization/roleAssignments/*'] })],
          ['pass',      'reading is allowed', null, defined(['*/read'])],
          ['pass',      'everything is allowed in one resource group', null, { ...defined(['*']), scope: `${subscription}/resourceGroups/front` }],
          ['fail',      'it may be given on a subscription as well', null, { ...defined(['*']), scope: `${subscription}/resourceGroups/front`, assignable_scopes: [subscription] }],
          ['undecided', 'the actions are settled at deployment', null, defined(unknown)],
          ['undecided', 'the permissions are settled at deployment', null, { ...defined([]), permissions: unknown }],
          ['undecided', 'what is taken away is settled at deployment', null, defined(['*'], { not_actions: unknown })],
          ['pass',      'nothing is allowed', null, { name: 'operator', scope: subscription }],
          ['silent',    'it is given on a subscription, which says it', null, system(defined(['*']), assigned(subscription))],
          ['fail',      'it is given on a resource group', null, system(defined(['*']), assigned(`${subscription}/resourceGroups/front`))],
        ],
      },
      'delegation to another tenant': {
        ...delegation,
        // prettier-ignore
        rows: [
          ['fail', 'owner', null, { scope: subscription, managing_tenant_id: 't', authorization: [{ principal_id, role_definition_id: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }] }],
          ['pass', 'reader', null, { scope: subscription, managing_tenant_id: 't', authorization: [{ principal_id, role_definition_id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' }] }],
          ['undecided', 'the roles are settled at deployment', null, { scope: subscription, managing_tenant_id: 't', authorization: unknown }],
        ],
      },
    },
    'iam-no-wildcard-action': {
      'role assignment': {
        ...assignment,
        // prettier-ignore
        rows: [
          ['fail',      'contributor of a subscription', null, given('Contributor')],
          ['fail',      'contributor by the id of the role', null, byId('b24988ac-6180-42a0-ab88-20f7382dd24c')],
          ['fail',      'contributor, in lower case and under a condition', null, given('contributor', { condition: 'x' })],
          ['pass',      'contributor of one resource group', null, given('Contributor', { scope: `${subscription}/resourceGroups/front` })],
          ['pass',      'contributor to networks', null, given('Network Contributor')],
          ['undecided', 'the role is settled at deployment', null, given(unknown)],
        ],
      },
      'role definition': {
        ...definition,
        // prettier-ignore
        rows: [
          ['fail',      'everything of a service', null, defined(['Microsoft.Compute/*'])],
          ['fail',      'everything with the data of a service', null, defined(['Microsoft.Storage/storageAccounts/read'], { data_actions: ['Microsoft.KeyVault/*'] })],
          ['fail',      'whatever writes', null, defined(['*/write'])],
          ['pass',      'whatever reads', null, defined(['*/read'])],
          ['pass',      'everything with one kind of resource', null, defined(['Microsoft.Compute/virtualMachines/*'])],
          ['pass',      'help', null, defined(['Microsoft.Support/*'])],
          ['undecided', 'an action is settled at deployment', null, defined([unknown])],
        ],
      },
    },
    'iam-no-privilege-escalation': {
      'role assignment': {
        ...assignment,
        // prettier-ignore
        rows: [
          ['fail',      'whoever has it gives roles to others', null, given('User Access Administrator')],
          ['fail',      'the newer role does', null, given('Role Based Access Control Administrator')],
          ['pass',      'under a condition', null, given('Role Based Access Control Administrator', { condition: 'x', condition_version: '2.0' })],
          ['pass',      'contributors give no roles', null, given('Contributor')],
          ['undecided', 'the role is settled at deployment', null, given(unknown)],
        ],
      },
      'role definition': {
        ...definition,
        // prettier-ignore
        rows: [
          ['fail',      'roles may be written', null, defined(['Microsoft.Authorization/roleDefinitions/write'])],
          ['fail',      'a wildcard reaches it', null, defined(['Microsoft.Authorization/roleAssignments/*'])],
          ['pass',      'roles may be read', null, defined(['Microsoft.Authorization/*/read'])],
          ['pass',      'it is taken away again', null, defined(['Microsoft.Authorization/roleAssignments/*'], { not_actions: ['Microsoft.Authorization/roleAssignments/write'] })],
          ['undecided', 'the actions are settled at deployment', null, defined(unknown)],
        ],
      },
    },
    'resource-policy-not-public': {
      'role assignment': {
        ...assignment,
        // prettier-ignore
        rows: [
          ['pass',      'one principal has it', null, given('Reader')],
          ['pass',      'a group with members has it', null, system(given('Reader', { principal_id: refer('other', 'object_id') }), { other: { type: 'azuread_group', properties: { members: ['m'] } } })],
          ['fail',      'a group that everybody is in has it', null, system(given('Reader', { principal_id: refer('other', 'object_id') }), { other: { type: 'azuread_group', properties: { dynamic_membership: [{ enabled: true, rule: 'user.objectId -ne null' }] } } })],
          ['fail',      'a group of all guests has it', null, system(given('Reader', { principal_id: refer('other', 'object_id') }), { other: { type: 'azuread_group', properties: { dynamic_membership: [{ enabled: true, rule: 'user.userType -eq "Guest"' }] } } })],
          ['pass',      'a group of one department has it', null, system(given('Reader', { principal_id: refer('other', 'object_id') }), { other: { type: 'azuread_group', properties: { dynamic_membership: [{ enabled: true, rule: 'user.department -eq "Sales"' }] } } })],
          ['undecided', 'who is in the group is settled at deployment', null, system(given('Reader', { principal_id: refer('other', 'object_id') }), { other: { type: 'azuread_group', properties: { dynamic_membership: [{ enabled: true, rule: unknown }] } } })],
        ],
      },
    },
  },
};
