import { refer, system, unknown, withAccount, withParameter, type Row, type Table } from '../../support/row';

const cluster = (rows: readonly Row[]): Record<string, Table> => ({
  'EKS cluster': { cloudformation: 'AWS::EKS::Cluster', terraform: 'aws_eks_cluster', rows },
});
const group = (rows: readonly Row[]): Record<string, Table> => ({
  'EKS node group': { cloudformation: 'AWS::EKS::Nodegroup', terraform: 'aws_eks_node_group', rows },
});
const version = (name: unknown, support?: unknown) =>
  [
    { Version: name, ...(support !== undefined && { UpgradePolicy: { SupportType: support } }) },
    { version: name, ...(support !== undefined && { upgrade_policy: [{ support_type: support }] }) },
  ] as const;
const logs = (...types: readonly unknown[]) =>
  [
    { Logging: { ClusterLogging: { EnabledTypes: types.map((Type) => ({ Type })) } } },
    { enabled_cluster_log_types: types },
  ] as const;
const image = (type: unknown) => [{ AmiType: type }, { ami_type: type }] as const;
const release = (name: unknown) => [{ ReleaseVersion: name }, { release_version: name }] as const;
const principal = (arn: unknown) => [{ PrincipalArn: arn }, { principal_arn: arn }] as const;

const person = 'arn:aws:iam::111122223333:user/somebody';
const administrator = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy';
const reader = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy';
const granted = (PolicyArn: unknown, Type?: unknown) => ({
  PrincipalArn: person,
  AccessPolicies: [{ PolicyArn, AccessScope: { Type } }],
});
const attached = (policy_arn: unknown, type: unknown) => ({ policy_arn, access_scope: [{ type }] });

export const eksUpkeep: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'runtime-supported': {
    ...cluster([
      ['pass', 'nothing is said: the newest version', {}, {}],
      ['pass', 'its version is supported', ...version('1.36')],
      ['fail', 'every kind of support of its version has ended', ...version('1.28')],
      ['fail', 'its version is older than all that are listed', ...version('1.14')],
      ['pass', 'its version has extended support', ...version('1.32')],
      ['pass', 'its version has extended support, which is asked for', ...version('1.32', 'EXTENDED')],
      ['fail', 'extended support is declined', ...version('1.32', 'STANDARD')],
      ['undecided', 'whether extended support is had is a parameter', ...version('1.32', unknown)],
      ['undecided', 'its version is a parameter', ...version(unknown)],
      ['undecided', 'its version is newer than all that are known', ...version('1.99')],
    ]),
    ...group([
      ['silent', 'nothing is said: it follows the cluster', {}, {}],
      ['fail', 'its version has ended', ...version('1.28')],
      ['pass', 'its version is supported', ...version('1.36')],
      ['fail', 'its image is of a system that has ended', ...image('AL2_x86_64')],
      ['pass', 'its image is supported', ...image('AL2023_x86_64_STANDARD')],
      ['silent', 'its image is its own', ...image('CUSTOM')],
      ['undecided', 'its image is a parameter', ...image(unknown)],
    ]),
  },
  'patching-automatic': {
    ...cluster([
      ['silent', 'its machines speak for themselves', {}, {}],
      ['pass', 'Auto Mode is on', { ComputeConfig: { Enabled: true } }, { compute_config: [{ enabled: true }] }],
      ['silent', 'it is a parameter', { ComputeConfig: { Enabled: unknown } }, { compute_config: [{ enabled: unknown }] }],
    ]), // prettier-ignore
    ...group([
      ['silent', 'nothing is said', {}, {}],
      ['fail', 'it brings an image of its own', ...image('CUSTOM')],
      ['fail', 'the release of its image is fixed', ...release('1.33.1-20250801')],
      ['undecided', 'its image is settled at deployment', { ReleaseVersion: unknown }, null],
    ]),
  },
  'access-logged': cluster([
    ['fail', 'nothing is said', {}, {}],
    ['pass', 'the calls and who made them are recorded', ...logs('api', 'audit')],
    ['pass', 'everything is recorded', ...logs('api', 'audit', 'authenticator', 'controllerManager', 'scheduler')],
    ['fail', 'who made the calls is not', ...logs('api')],
    ['undecided', 'one of them is a parameter', ...logs('api', unknown)],
  ]),
  'removal-guarded': cluster([
    ['fail', 'nothing is said', {}, {}],
    ['pass', 'it is on', { DeletionProtection: true }, { deletion_protection: true }],
    ['fail', 'it is off', { DeletionProtection: false }, { deletion_protection: false }],
    ['undecided', 'it is a parameter', { DeletionProtection: unknown }, { deletion_protection: unknown }],
  ]),
  'policies-through-groups': {
    'EKS access entry': {
      cloudformation: 'AWS::EKS::AccessEntry',
      terraform: 'aws_eks_access_entry',
      // prettier-ignore
      rows: [
        ['fail', 'a person is let in by name', ...principal(person)],
        ['pass', 'a role is let in', ...principal('arn:aws:iam::111122223333:role/operators')],
        ['pass', 'a role is let in, of the account here', { PrincipalArn: withAccount('arn:aws:iam::', ':role/operators') }, null],
        ['fail', 'a person is let in, of the account here', { PrincipalArn: withAccount('arn:aws:iam::', ':user/somebody') }, null],
        ['undecided', 'who is let in is a parameter', ...principal(unknown)],
        ['undecided', 'the end of the name is a parameter', ...principal(withParameter('arn:aws:iam::111122223333:'))],
        ['fail', 'a person who is made beside it is let in', system({ PrincipalArn: refer('user', 'arn', 'Arn') }, { user: { type: 'AWS::IAM::User', properties: {} } }), system({ principal_arn: refer('user', 'arn') }, { user: { type: 'aws_iam_user', properties: { name: 'somebody' } } })],
        ['pass', 'a role that is made beside it is let in', system({ PrincipalArn: refer('role', 'arn', 'Arn') }, { role: { type: 'AWS::IAM::Role', properties: {} } }), system({ principal_arn: refer('role', 'arn') }, { role: { type: 'aws_iam_role', properties: { name: 'operators' } } })],
      ],
    },
  },
  'administration-confined': {
    'EKS access entry': {
      cloudformation: 'AWS::EKS::AccessEntry',
      terraform: 'aws_eks_access_entry',
      rows: [
        ['pass', 'nothing is granted', ...principal(person)],
        ['fail', 'the cluster is its own', granted(administrator, 'cluster'), null],
        ['fail', 'no scope is named', granted(administrator), null],
        ['pass', 'a namespace is its own', granted(administrator, 'namespace'), null],
        ['pass', 'it may look', granted(reader, 'cluster'), null],
        [
          'fail',
          'the cluster is its own, in whichever partition',
          granted({ 'Fn::Sub': 'arn:${AWS::Partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy' }),
          null,
        ],
        ['undecided', 'the policy is a parameter', granted(unknown, 'cluster'), null],
        ['fail', 'it is one of the masters', { KubernetesGroups: ['system:masters'] }, { kubernetes_groups: ['system:masters'] }], // prettier-ignore
        ['undecided', 'its group is a parameter', { KubernetesGroups: [unknown] }, { kubernetes_groups: [unknown] }],
      ],
    },
    'EKS access policy association': {
      cloudformation: null,
      terraform: 'aws_eks_access_policy_association',
      rows: [
        ['fail', 'the cluster is its own', null, attached(administrator, 'cluster')],
        ['pass', 'a namespace is its own', null, attached(administrator, 'namespace')],
        ['undecided', 'the policy is a parameter', null, attached(unknown, 'cluster')],
      ],
    },
  },
};
