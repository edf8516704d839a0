import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { known, unknown } from '../../model/value';
import type { Service } from '../service';
import { bindingsOf } from './iam-bindings';
import { policyOwners } from './iam-owners';
import { customRolePowers, customRoleTypes } from './role';

/**
 * A role of one's own answers for itself where nobody in sight is given it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam_custom_role
 */
export const customRole: Service = {
  name: 'google-custom-role',
  types: { terraform: customRoleTypes },
  *facts(role, graph): Iterable<Fact> {
    if (isGiven(role, graph)) return;
    const { properties } = role;
    const { name, unlimited, broad, escalating } = customRolePowers(role);
    yield {
      kind: 'role-grant',
      subject: role,
      noun: 'Custom role',
      role: name,
      everyone: known(false, properties.at, 'nobody is given it here'),
      wide: unknown('who is given it, and on what, is not in sight', properties.at),
      unlimited,
      broad,
      escalating,
    };
  },
};

const givers = [...policyOwners.keys()];

const isGiven = (role: Resource, graph: ResourceGraph): boolean =>
  graph.ofType(...givers).some((giver) => {
    const bindings = bindingsOf(giver, graph);
    return (
      bindings.state === 'known' &&
      bindings.value.some((binding) => {
        const link = graph.follow(binding.role, [role.type]);
        return link.state === 'linked' && link.resource === role;
      })
    );
  });
