import type { Link, ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { at, typesOf } from './iam-grants';

const groups = typesOf('group');

/** The groups that a user says it is in, and those that say so of it. */
export function groupsOf(user: Resource, graph: ResourceGraph): readonly Link[] {
  const memberships = [
    ['AWS::IAM::UserToGroupAddition', 'Users', 'GroupName'],
    ['aws_iam_user_group_membership', 'user', 'groups'],
    ['aws_iam_group_membership', 'users', 'group'],
  ] as const;
  return [
    ...graph.followAll(property(user, 'Groups', null), groups),
    ...memberships.flatMap(([type, member, group]) => {
      const { certain, possible } = graph.companions(user, [type], member);
      return [
        ...certain.flatMap((membership) => graph.followAll(at(membership, group), groups)),
        ...possible.map(({ why }): Link => ({ state: 'unknown', why, candidates: [] })),
      ];
    }),
  ];
}
