import { refer, system, unknown, type Row, type Table } from '../../support/row';

const service = (rows: readonly Row[]): Record<string, Table> => ({
  'ECS service': { cloudformation: 'AWS::ECS::Service', terraform: 'aws_ecs_service', rows },
});
const onFargate = (version: unknown) =>
  [
    { LaunchType: 'FARGATE', PlatformVersion: version },
    { launch_type: 'FARGATE', platform_version: version },
  ] as const;
const provider = (name: string) =>
  [
    { CapacityProviderStrategy: [{ CapacityProvider: name, Weight: 1 }] },
    { capacity_provider_strategy: [{ capacity_provider: name, weight: 1 }] },
  ] as const;
const entered = (open: unknown, logging?: unknown) =>
  [
    system({ EnableExecuteCommand: open, Cluster: refer('cluster', 'id') }, { cluster: { type: 'AWS::ECS::Cluster', properties: { Configuration: { ExecuteCommandConfiguration: { Logging: logging } } } } }),
    system({ enable_execute_command: open, cluster: refer('cluster', 'id') }, { cluster: { type: 'aws_ecs_cluster', properties: { configuration: [{ execute_command_configuration: [{ logging }] }] } } }),
  ] as const; // prettier-ignore
const mesh = (on: unknown, tls?: object) =>
  [
    { ServiceConnectConfiguration: { Enabled: on, Services: [{ PortName: 'web', ...(tls && { Tls: { IssuerCertificateAuthority: tls } }) }] } },
    { service_connect_configuration: [{ enabled: on, service: [{ port_name: 'web', ...(tls && { tls: [{ issuer_cert_authority: [tls] }] }) }] }] },
  ] as const; // prettier-ignore
const insights = (value: unknown, name: unknown = 'containerInsights') =>
  [{ ClusterSettings: [{ Name: name, Value: value }] }, { setting: [{ name, value }] }] as const;
const hosted = (mode: unknown, user?: unknown) =>
  [
    { NetworkMode: mode, ContainerDefinitions: [{ Name: 'web', User: user }] },
    { network_mode: mode, container_definitions: JSON.stringify([{ name: 'web', user }]) },
  ] as const;

export const ecsUpkeep: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'engine-upgrades-automatic': service([
    ['silent', 'it may run on machines of its own', {}, {}],
    ['silent', 'it runs on machines of its own', { LaunchType: 'EC2' }, { launch_type: 'EC2' }],
    ['pass', 'it runs on Fargate', { LaunchType: 'FARGATE' }, { launch_type: 'FARGATE' }],
    ['pass', 'it takes its capacity from Fargate', ...provider('FARGATE_SPOT')],
    ['silent', 'it takes its capacity from a provider of its own', ...provider('ours')],
    ['pass', 'it runs on the latest platform', ...onFargate('LATEST')],
    ['fail', 'the platform is fixed', ...onFargate('1.4.0')],
    ['undecided', 'the platform is a parameter', ...onFargate(unknown)],
  ]),
  'access-logged': service([
    ['silent', 'nobody enters its containers', {}, {}],
    ['silent', 'its containers are closed', ...entered(false, 'NONE')],
    ['pass', 'sessions are recorded by default', ...entered(true)],
    ['pass', 'sessions are recorded elsewhere', ...entered(true, 'OVERRIDE')],
    ['fail', 'sessions are not recorded', ...entered(true, 'NONE')],
    ['undecided', 'whether they are is a parameter', ...entered(true, unknown)],
    ['undecided', 'whether anybody enters is a parameter', ...entered(unknown, 'NONE')],
    ['undecided', 'its cluster is elsewhere', { EnableExecuteCommand: true, Cluster: 'ours' }, { enable_execute_command: true, cluster: 'ours' }], // prettier-ignore
  ]),
  'transit-enforced': service([
    ['silent', 'it is in no mesh', {}, {}],
    ['silent', 'the mesh is off', ...mesh(false)],
    ['fail', 'the mesh speaks plain text', ...mesh(true)],
    ['pass', 'the mesh speaks TLS', ...mesh(true, {})],
    ['undecided', 'whether there is a mesh is a parameter', ...mesh(unknown)],
  ]),
  'monitored-in-detail': {
    'ECS cluster': {
      cloudformation: 'AWS::ECS::Cluster',
      terraform: 'aws_ecs_cluster',
      rows: [
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'containers are measured', ...insights('enabled')],
        ['pass', 'containers are measured closely', ...insights('enhanced')],
        ['fail', 'containers are not measured', ...insights('disabled')],
        ['fail', 'something else is set', ...insights('enabled', 'other')],
        ['undecided', 'it is a parameter', ...insights(unknown)],
        ['undecided', 'what is set is a parameter', ...insights('enabled', unknown)],
      ],
    },
  },
  'patching-automatic': {
    'ECS capacity provider': {
      cloudformation: 'AWS::ECS::CapacityProvider',
      terraform: 'aws_ecs_capacity_provider',
      // prettier-ignore
      rows: [
        ['pass', 'AWS manages the machines', { ManagedInstancesProvider: { InfrastructureRoleArn: 'ours' } }, { managed_instances_provider: [{ infrastructure_role_arn: 'ours' }] }],
        ['silent', 'the machines of a group speak for themselves', { AutoScalingGroupProvider: { AutoScalingGroupArn: 'ours' } }, { auto_scaling_group_provider: [{ auto_scaling_group_arn: 'ours' }] }],
        ['undecided', 'who manages the machines is not known', { ManagedInstancesProvider: unknown }, { managed_instances_provider: unknown }],
      ],
    },
  },
  'not-privileged': {
    'ECS task definition on the network of its host': {
      cloudformation: 'AWS::ECS::TaskDefinition',
      terraform: 'aws_ecs_task_definition',
      rows: [
        ['fail', 'it runs as root', ...hosted('host', 'root')],
        ['fail', 'it runs as root by number, with a group', ...hosted('host', '0:0')],
        ['fail', 'no user is named', ...hosted('host')],
        ['pass', 'it runs as somebody else', ...hosted('host', '1000')],
        ['pass', 'its network is its own', ...hosted('awsvpc', 'root')],
        ['undecided', 'the network is a parameter', ...hosted(unknown, 'root')],
      ],
    },
  },
};
