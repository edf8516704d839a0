import type { MachineRole } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth } from '../../model/truth';
import { known, otherwise, type Place, type Settled } from '../../model/value';
import { typesOf } from './iam-grants';
import { inherited, type Machine } from './machine';

export const instanceProfiles = ['AWS::IAM::InstanceProfile', 'aws_iam_instance_profile'];

/**
 * States whether a machine has a role: an instance profile, and a role in it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
 */
export function machineRole(
  about: { readonly noun: string; readonly subject: Resource; readonly related?: readonly Resource[] },
  machine: Machine,
  graph: ResourceGraph,
): MachineRole {
  const key = machine.vocabulary === 'cloudformation' ? 'IamInstanceProfile' : 'iam_instance_profile';
  const given = otherwise(
    inherited(machine, (written) => {
      const present = written.get(key).present();
      return present.state === 'known' && !present.value ? { state: 'absent', at: present.at } : present;
    }),
    false,
    'a machine has no role unless it is given one',
  );
  const profile = profileOf(machine, key, graph);
  return {
    kind: 'machine-role',
    ...about,
    related: [...(about.related ?? []), ...(profile ? [profile] : [])],
    given: profile ? settledTruth(all(is(given, (set) => set, 'profile'), is(roleIn(profile), (set) => set, 'role of the profile')), given.at) : given,
  }; // prettier-ignore
}

/** A profile is named by its name, its ARN, or a block of either. */
function profileOf(machine: Machine, key: string, graph: ResourceGraph): Resource | undefined {
  const { template } = machine;
  const places = [machine.written, ...(template.state === 'linked' ? [template.written] : [])];
  const named = places.flatMap((place) => ['', 'Name', 'Arn', 'name', 'arn'].map((inner) => inside(place.get(key), inner)));
  for (const property of named) {
    const link = graph.follow(property, instanceProfiles);
    if (link.state === 'linked' && link.resource.mode === 'managed') return link.resource;
  }
  return undefined;
} // prettier-ignore

const inside = (property: Property, key: string): Property => (key === '' ? property : property.get(key));

const roleIn = (profile: Resource): Settled<boolean> =>
  profile.properties.get(profile.type.startsWith('AWS') ? 'Roles' : 'role').present();

/** Where something that runs names its role. */
export interface RoleUse {
  readonly resource: Resource;
  readonly role: Property;
}

/** Whether something else acts with the role that is named here. */
export function roleShared(use: Property, others: readonly RoleUse[], graph: ResourceGraph): Settled<boolean> {
  const here: Place = use.at;
  const mine = graph.follow(use, typesOf('role'));
  if (mine.state === 'absent') return known(false, here, 'no role is named');
  const shared = any(
    truth(false, here, 'nothing else names its role'),
    ...others.map(({ role }) => {
      const other = graph.follow(role, typesOf('role'));
      if (mine.state === 'linked' && other.state === 'linked')
        return truth(mine.resource === other.resource, role.at, 'names the same role');
      if (mine.state === 'outside' && other.state === 'outside')
        return truth(mine.value === other.value, role.at, 'names the same role');
      // One parameter is one role, whichever it is.
      if (use.symbol !== undefined && use.symbol === role.symbol) return truth(true, role.at, 'names the same role');
      return truth(
        mine.state === 'unknown' || other.state === 'unknown' ? undefined : false,
        role.at,
        'names a role that is not known',
      );
    }),
  );
  return settledTruth(shared, here);
}
