import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';

/** Who can hold identity policies, and the resources that give them some. */

export type PrincipalKind = 'role' | 'user' | 'group' | 'permission-set';

/** Paths are written with dots. */
export interface Principal {
  readonly kind: PrincipalKind;
  readonly noun: string;
  readonly type: string;
  /** Policies that stand in the principal itself: the list, and the document in each item. */
  readonly inline?: readonly [list: string, document: string | null];
  /** Policies that the principal names by ARN. */
  readonly arns?: string;
}

export const principals: readonly Principal[] = [
  { kind: 'role', noun: 'IAM role', type: 'AWS::IAM::Role', inline: ['Policies', 'PolicyDocument'], arns: 'ManagedPolicyArns' },
  { kind: 'role', noun: 'IAM role', type: 'aws_iam_role', inline: ['inline_policy', 'policy'], arns: 'managed_policy_arns' },
  { kind: 'user', noun: 'IAM user', type: 'AWS::IAM::User', inline: ['Policies', 'PolicyDocument'], arns: 'ManagedPolicyArns' },
  { kind: 'user', noun: 'IAM user', type: 'aws_iam_user' },
  { kind: 'group', noun: 'IAM group', type: 'AWS::IAM::Group', inline: ['Policies', 'PolicyDocument'], arns: 'ManagedPolicyArns' },
  { kind: 'group', noun: 'IAM group', type: 'aws_iam_group' },
  { kind: 'permission-set', noun: 'Permission set', type: 'AWS::SSO::PermissionSet', inline: ['InlinePolicy', null], arns: 'ManagedPolicies' },
  { kind: 'permission-set', noun: 'Permission set', type: 'aws_ssoadmin_permission_set' },
]; // prettier-ignore

export const typesOf = (kind: PrincipalKind): readonly string[] =>
  principals.filter((one) => one.kind === kind).map(({ type }) => type);

/** A resource that gives principals a policy: its own document, or others that it names by ARN. */
export interface Grant {
  readonly type: string;
  readonly to: readonly (readonly [kind: PrincipalKind, path: string])[];
  readonly document?: string;
  readonly arns?: string;
}

const toAll = (role: string, user: string, group: string): Grant['to'] => [
  ['role', role],
  ['user', user],
  ['group', group],
];

export const grants: readonly Grant[] = [
  { type: 'AWS::IAM::GroupPolicy', to: [['group', 'GroupName']], document: 'PolicyDocument' },
  { type: 'AWS::IAM::ManagedPolicy', to: toAll('Roles', 'Users', 'Groups'), document: 'PolicyDocument' },
  { type: 'AWS::IAM::Policy', to: toAll('Roles', 'Users', 'Groups'), document: 'PolicyDocument' },
  { type: 'AWS::IAM::RolePolicy', to: [['role', 'RoleName']], document: 'PolicyDocument' },
  { type: 'AWS::IAM::UserPolicy', to: [['user', 'UserName']], document: 'PolicyDocument' },
  { type: 'aws_iam_group_policy', to: [['group', 'group']], document: 'policy' },
  { type: 'aws_iam_group_policy_attachment', to: [['group', 'group']], arns: 'policy_arn' },
  { type: 'aws_iam_group_policy_attachments_exclusive', to: [['group', 'group_name']], arns: 'policy_arns' },
  { type: 'aws_iam_policy', to: [], document: 'policy' },
  { type: 'aws_iam_policy_attachment', to: toAll('roles', 'users', 'groups'), arns: 'policy_arn' },
  { type: 'aws_iam_role_policy', to: [['role', 'role']], document: 'policy' },
  { type: 'aws_iam_role_policy_attachment', to: [['role', 'role']], arns: 'policy_arn' },
  { type: 'aws_iam_role_policy_attachments_exclusive', to: [['role', 'role_name']], arns: 'policy_arns' },
  { type: 'aws_iam_user_policy', to: [['user', 'user']], document: 'policy' },
  { type: 'aws_iam_user_policy_attachment', to: [['user', 'user']], arns: 'policy_arn' },
  { type: 'aws_iam_user_policy_attachments_exclusive', to: [['user', 'user_name']], arns: 'policy_arns' },
  { type: 'aws_ssoadmin_managed_policy_attachment', to: [['permission-set', 'permission_set_arn']], arns: 'managed_policy_arn' },
  { type: 'aws_ssoadmin_managed_policy_attachments_exclusive', to: [['permission-set', 'permission_set_arn']], arns: 'managed_policy_arns' },
  { type: 'aws_ssoadmin_permission_set_inline_policy', to: [['permission-set', 'permission_set_arn']], document: 'inline_policy' },
]; // prettier-ignore

/** Policies that can be attached by ARN. */
export const attachable: readonly string[] = ['AWS::IAM::ManagedPolicy', 'aws_iam_policy'];

export const at = (resource: Resource, path: string): Property => resource.properties.get(...path.split('.'));

export const grantOf = (resource: Resource): Grant | undefined => grants.find(({ type }) => type === resource.type);

/** Whom a granting resource reaches: principals of the graph, and whether there may be others, or nobody can say. */
export interface Reach {
  readonly principals: readonly Resource[];
  readonly open: boolean;
}

/** The principals that a granting resource names, or that name it, themselves or through an attachment. */
export function reachOf(granting: Resource, graph: ResourceGraph): Reach {
  const links = namedBy(granting, graph);
  if (attachable.includes(granting.type)) {
    for (const { type, arns } of principals)
      if (arns !== undefined)
        for (const resource of graph.companions(granting, [type], arns).certain)
          links.push({ state: 'linked', resource });
    for (const { type, arns } of grants)
      if (arns !== undefined)
        for (const attachment of graph.companions(granting, [type], arns).certain)
          links.push(...namedBy(attachment, graph));
  }
  return {
    principals: links.flatMap((link) =>
      link.state === 'linked' && link.resource.mode === 'managed' ? [link.resource] : [],
    ),
    open: links.some(({ state }) => state === 'unknown'),
  };
}

type Links = ReturnType<ResourceGraph['follow']>[];

const namedBy = (granting: Resource, graph: ResourceGraph): Links =>
  (grantOf(granting)?.to ?? []).flatMap(([kind, path]) => graph.followAll(at(granting, path), typesOf(kind)));
