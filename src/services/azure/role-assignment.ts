import type { Fact, RoleGrant } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, not, settledTruth, type Truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from '../aws/items';
import type { Service } from '../service';
import { holdsEverybody } from './entra-group';
import { builtInName, powerByName, powerOfPermissions, unknownPower, type RolePower } from './role-power';
import { isWideScope } from './role-scope';

const assignments = ['azurerm_role_assignment', 'azurerm_pim_active_role_assignment'];
const definitions = ['azurerm_role_definition'];
const delegations = ['azurerm_lighthouse_definition'];

/**
 * Who is given which role of Azure, and what roles of one's own let do.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_assignment
 */
export const roleAssignment: Service = {
  name: 'role-assignment',
  types: {
    terraform: [
      ...assignments,
      ...definitions,
      ...delegations,
      // Roles inside one vault or the marketplace, which reach nothing beyond.
      'azurerm_key_vault_managed_hardware_security_module_role_assignment',
      'azurerm_marketplace_role_assignment',
      // Where a delegation holds; what it gives, the definition says.
      'azurerm_lighthouse_assignment',
      // Nobody has the role until it is activated, for hours, by the rules written beside it.
      'azurerm_pim_eligible_role_assignment',
      'azurerm_role_management_policy',
    ],
  },
  *facts(resource, graph) {
    if (assignments.includes(resource.type)) yield assignmentFact(resource, graph);
    if (definitions.includes(resource.type) && resource.mode === 'managed' && !isGivenWide(resource, graph))
      yield definitionFact(resource, graph);
    if (delegations.includes(resource.type)) yield* delegationFacts(resource, graph);
  },
};

/** A condition says which roles its holder may give to whom: it then cannot make itself anything it likes. */
function assignmentFact(assignment: Resource, graph: ResourceGraph): RoleGrant {
  const { properties } = assignment;
  const { role, power, definition } = roleOf(
    properties.get('role_definition_name'),
    properties.get('role_definition_id'),
    graph,
  );
  const conditional = is(properties.get('condition').present(), (set) => set, 'condition');
  const principal = properties.get('principal_id');
  return {
    kind: 'role-grant',
    noun: 'role assignment',
    subject: assignment,
    role,
    everyone: holdsEverybody(principal, graph),
    wide: isWideScope(properties.get('scope'), graph),
    ...underCondition(power, conditional),
    ...(definition?.mode === 'managed' && { related: [definition] }),
  };
}

function underCondition(power: RolePower, conditional: Truth): RolePower {
  const free = (value: Settled<boolean>, note: string): Settled<boolean> =>
    settledTruth(
      all(
        is(value, (yes) => yes, note),
        not(conditional),
      ),
      value.at,
    );
  return {
    unlimited: free(power.unlimited, 'does everything'),
    broad: power.broad,
    escalating: free(power.escalating, 'gives permissions'),
  };
}

interface Role {
  readonly role: Settled<string>;
  readonly power: RolePower;
  readonly definition?: Resource;
}

/** A role by its name or id: of the input's own definitions, else one of Azure's. */
function roleOf(name: Property, id: Property, graph: ResourceGraph): Role {
  const written = [name, id].find((one) => one.text().state !== 'absent') ?? name;
  const link = graph.follow(written, definitions);
  if (link.state === 'linked') {
    const { resource: definition } = link;
    const called = settledText(definition.properties.get('name'));
    if (definition.mode === 'managed')
      return { role: called, power: powerOfPermissions(definition.properties.get('permissions')), definition };
    return { role: called, power: byName(called), definition };
  }
  const text = settledText(written);
  const role = map(text, (one) => builtInName(one) ?? one);
  return { role, power: byName(role) };
}

const settledText = (property: Property): Settled<string> => {
  const text = property.text();
  return text.state === 'absent' ? unknown('no role is written', text.at) : text;
};

/** A name that is not settled may be one of a few. */
function byName(name: Settled<string>): RolePower {
  if (name.state === 'unknown' && !name.among) return unknownPower(name.why, name.at);
  const part = (key: keyof RolePower): Settled<boolean> => chain(name, (one) => powerByName(one, name.at)[key]);
  return { unlimited: part('unlimited'), broad: part('broad'), escalating: part('escalating') };
}

/** Whether an assignment beside it gives the role on everything: that says then what is wrong with the role. */
const isGivenWide = (definition: Resource, graph: ResourceGraph): boolean =>
  graph.companions(definition, assignments, 'role_definition_id').certain.some((assignment) => {
    const wide = isWideScope(assignment.properties.get('scope'), graph);
    return wide.state === 'known' && wide.value;
  });

/** A role that may be given on a whole subscription is as strong as its actions. */
function definitionFact(definition: Resource, graph: ResourceGraph): RoleGrant {
  const { properties } = definition;
  const scopes = [properties.get('scope'), ...itemsOf(properties.get('assignable_scopes'))];
  const wide = scopes.map((scope) => isWideScope(scope, graph));
  const open = wide.find((one) => one.state === 'unknown');
  return {
    kind: 'role-grant',
    noun: 'role definition',
    subject: definition,
    role: otherwise(properties.get('name').text(), 'the role', 'it has no name'),
    everyone: known(false, properties.at, 'a definition gives nothing to anybody'),
    wide: wide.find((one) => one.state === 'known' && one.value) ?? open ?? known(false, properties.at),
    ...powerOfPermissions(properties.get('permissions')),
  };
}

/**
 * Principals of another tenant, who are given roles on a subscription.
 *
 * @see https://learn.microsoft.com/azure/lighthouse/how-to/onboard-customer
 */
function* delegationFacts(delegation: Resource, graph: ResourceGraph): Iterable<Fact> {
  for (const authorization of itemsOf(delegation.properties.get('authorization'))) {
    const { role, power } = roleOf(authorization.get('role_definition_name'), authorization.get('role_definition_id'), graph); // prettier-ignore
    yield {
      kind: 'role-grant',
      noun: 'delegation to another tenant',
      subject: delegation,
      role,
      everyone: known(false, authorization.at, 'it names principals of another tenant'),
      wide: isWideScope(delegation.properties.get('scope'), graph),
      ...power,
    };
  }
}
