import type { Membership } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth, truth, type Truth } from '../../model/truth';
import type { Place } from '../../model/value';
import { at, typesOf } from './iam-grants';
import { groupsOf } from './iam-groups';

/** States whether a user is in a group. */
export function userMembership(user: Resource, graph: ResourceGraph): Membership {
  const here: Place = { id: user.id, path: [] };
  const groups = groupsOf(user, graph);
  const joined = any(
    truth(false, here, 'no group names it, and it names none'),
    ...groups.map((link) =>
      truth(link.state === 'unknown' ? undefined : link.state !== 'absent', here, link.state === 'unknown' ? link.why : 'it is in a group'),
    ),
  ); // prettier-ignore
  const related = groups.flatMap((link) => (link.state === 'linked' ? [link.resource] : []));
  return { kind: 'membership', of: 'user', noun: 'IAM user', subject: user, related, joined: settledTruth(joined, here) };
} // prettier-ignore

/** Who says that users are in a group: where the group is named, and where the users are, if not the user itself. */
const memberships = [
  ['AWS::IAM::User', 'Groups', undefined],
  ['AWS::IAM::UserToGroupAddition', 'GroupName', 'Users'],
  ['aws_iam_group_membership', 'group', 'users'],
  ['aws_iam_user_group_membership', 'groups', undefined],
] as const;

/** States whether a group has a user. */
export function groupMembership(group: Resource, graph: ResourceGraph): Membership {
  const here: Place = { id: group.id, path: [] };
  const found = memberships.map(([type, path, users]) => ({
    users,
    companions: graph.companions(group, [type], path, typesOf('group')),
  }));
  const joined = any(
    truth(false, here, 'no user is in it'),
    ...found.flatMap(({ users, companions }): readonly Truth[] => [
      ...companions.certain.map((member) =>
        users === undefined
          ? truth(true, { id: member.id, path: [] }, 'a user is in it')
          : is(at(member, users).present(), (some) => some, 'users'),
      ),
      ...companions.possible.map(({ resource, why }) => truth(undefined, { id: resource.id, path: [] }, why)),
    ]),
  );
  const related = found.flatMap(({ companions }) => companions.certain);
  return { kind: 'membership', of: 'group', noun: 'IAM group', subject: group, related, joined: settledTruth(joined, here) };
} // prettier-ignore

/** A membership whose group is elsewhere, or cannot be told, says itself whether it names a user. */
export function* lonelyMembership(membership: Resource, graph: ResourceGraph): Iterable<Membership> {
  const about = memberships.find(([type]) => type === membership.type);
  if (about?.[2] === undefined) return;
  const [, path, users] = about;
  const link = graph.follow(at(membership, path), typesOf('group'));
  if (link.state === 'linked' && link.resource.mode === 'managed') return;
  const joined = at(membership, users).present();
  yield { kind: 'membership', of: 'group', noun: 'IAM group membership', subject: membership, joined };
}
