import { accountabilityOf } from '../../src/gate/accountability';
import type { ResourceGraph } from '../../src/model/graph';
import { movesBetween } from '../../src/responsibility/line';
import { detailsOf } from '../../src/responsibility/matrix';
import { cellsOf } from '../../src/responsibility/party';
import { differencesOf } from '../../src/responsibility/review/difference';
import { snapshotOf } from '../../src/responsibility/review/snapshot';
import { responsibilityData } from '../../src/responsibility/data';
import { shifts } from '../../src/responsibility/shifts/index';
import type { Area } from '../../src/model/finding';
import { asTemplate, asTerraform } from '../support/dialects';
import { asSystem, refer, system, unknown, type Properties, type System } from '../support/row';

type Written = Properties | System;

type Types = readonly [string | null, string | null];
type Spellings = readonly [Written | null, Written | null];

/** The resource `it`, in each vocabulary that can say it. */
const graphsOf = ([cloudformation, terraform]: Types, written: Spellings): readonly ResourceGraph[] => [
  ...(cloudformation !== null && written[0] ? [asTemplate(cloudformation, asSystem(written[0]))] : []),
  ...(terraform !== null && written[1] ? [asTerraform(terraform, asSystem(written[1]))] : []),
];

const nobody = accountabilityOf({});

function snapshotOfGraph(graph: ResourceGraph) {
  const around = { inputs: [], today: '2026-01-01', version: '0', accountability: nobody };
  const details = detailsOf({
    graph,
    verified: () => [],
    unclassified: [],
    accountability: nobody,
    today: around.today,
  });
  return snapshotOf(around, details, []);
}

/** Who answers for each area of the resource `it`, in each vocabulary that can say it. */
function parties(type: Types, written: Spellings) {
  return graphsOf(type, written).map((graph) => {
    const it = graph.resources.find(({ address }) => address === 'it' || address.endsWith('.it'));
    if (!it) throw new Error('no resource is called it');
    return new Map((cellsOf(it, graph) ?? []).map((cell) => [cell.area, cell]));
  });
}

const runtimeMode = (mode: string) =>
  system({}, { mode: { type: 'aws_lambda_runtime_management_config', properties: { function_name: refer('it', 'function_name'), update_runtime_on: mode } } }); // prettier-ignore
const managed = (value: string) => [
  { OptionSettings: [{ Namespace: 'aws:elasticbeanstalk:managedactions', OptionName: 'ManagedActionsEnabled', Value: value }] },
  { setting: [{ namespace: 'aws:elasticbeanstalk:managedactions', name: 'ManagedActionsEnabled', value }] },
] as const; // prettier-ignore

/** One property moves one cell: where it stands without it, and with it. */
const moves: readonly (readonly [
  type: readonly [string | null, string | null],
  area: Area,
  base: string,
  moved: string,
  written: readonly [Written | null, Written | null],
])[] = [
  [['AWS::ECS::Service', 'aws_ecs_service'], 'guest-os', 'shared', 'provider', [{ LaunchType: 'FARGATE' }, { launch_type: 'FARGATE' }]],
  [['AWS::ECS::Service', 'aws_ecs_service'], 'guest-os', 'shared', 'customer', [{ LaunchType: 'EC2' }, { launch_type: 'EC2' }]],
  [['AWS::ECS::Service', 'aws_ecs_service'], 'guest-os', 'shared', 'shared', [{ LaunchType: 'FARGATE', PlatformVersion: '1.4.0' }, { launch_type: 'FARGATE', platform_version: '1.4.0' }]],
  [['AWS::ECS::CapacityProvider', 'aws_ecs_capacity_provider'], 'guest-os', 'shared', 'provider', [{ ManagedInstancesProvider: { InfrastructureRoleArn: 'r' } }, { managed_instances_provider: [{ infrastructure_role_arn: 'r' }] }]],
  [['AWS::ECS::CapacityProvider', 'aws_ecs_capacity_provider'], 'guest-os', 'shared', 'customer', [{ AutoScalingGroupProvider: { AutoScalingGroupArn: 'g' } }, { auto_scaling_group_provider: [{ auto_scaling_group_arn: 'g' }] }]],
  [['AWS::EKS::Cluster', 'aws_eks_cluster'], 'guest-os', 'shared', 'provider', [{ ComputeConfig: { Enabled: true } }, { compute_config: [{ enabled: true }] }]],
  [['AWS::EKS::Nodegroup', 'aws_eks_node_group'], 'guest-os', 'shared', 'customer', [{ AmiType: 'CUSTOM' }, { ami_type: 'CUSTOM' }]],
  [['AWS::AppRunner::Service', 'aws_apprunner_service'], 'runtime', 'shared', 'customer', [{ SourceConfiguration: { ImageRepository: { ImageIdentifier: 'i' } } }, { source_configuration: [{ image_repository: [{ image_identifier: 'i' }] }] }]],
  [['AWS::Batch::ComputeEnvironment', 'aws_batch_compute_environment'], 'guest-os', 'shared', 'provider', [{ ComputeResources: { Type: 'FARGATE_SPOT' } }, { compute_resources: [{ type: 'FARGATE_SPOT' }] }]],
  [['AWS::ElasticBeanstalk::Environment', 'aws_elastic_beanstalk_environment'], 'guest-os', 'shared', 'provider', managed('true')],
  [['AWS::Lambda::Function', 'aws_lambda_function'], 'runtime', 'provider', 'shared', [{ RuntimeManagementConfig: { UpdateRuntimeOn: 'FunctionUpdate' } }, runtimeMode('FunctionUpdate')]],
  [['AWS::Lambda::Function', 'aws_lambda_function'], 'runtime', 'provider', 'customer', [{ RuntimeManagementConfig: { UpdateRuntimeOn: 'Manual' } }, runtimeMode('Manual')]],
  [['AWS::Lambda::Function', 'aws_lambda_function'], 'runtime', 'provider', 'customer', [{ Runtime: 'provided.al2023' }, { runtime: 'provided.al2023' }]],
  [['AWS::Lambda::Function', 'aws_lambda_function'], 'runtime', 'provider', 'customer', [{ PackageType: 'Image' }, { package_type: 'Image' }]],
  [['AWS::RDS::DBInstance', 'aws_db_instance'], 'guest-os', 'provider', 'shared', [{ Engine: 'custom-oracle-ee' }, { engine: 'custom-oracle-ee' }]],
  [['AWS::RDS::DBInstance', 'aws_db_instance'], 'runtime', 'shared', 'customer', [{ AutoMinorVersionUpgrade: false }, { auto_minor_version_upgrade: false }]],
  [['AWS::OpenSearchService::Domain', 'aws_opensearch_domain'], 'runtime', 'shared', 'provider', [{ SoftwareUpdateOptions: { AutoSoftwareUpdateEnabled: true } }, { software_update_options: [{ auto_software_update_enabled: true }] }]],
  [['AWS::KMS::Key', null], 'key-management', 'shared', 'customer', [{ Origin: 'EXTERNAL' }, null]],
  [[null, 'azurerm_linux_virtual_machine'], 'guest-os', 'customer', 'shared', [null, { patch_mode: 'AutomaticByPlatform' }]],
  [[null, 'azurerm_windows_virtual_machine'], 'guest-os', 'customer', 'shared', [null, { patch_mode: 'AutomaticByPlatform' }]],
  [[null, 'azurerm_windows_virtual_machine'], 'guest-os', 'customer', 'customer', [null, { patch_mode: 'Manual' }]],
  [[null, 'azurerm_kubernetes_cluster'], 'guest-os', 'shared', 'provider', [null, { node_os_upgrade_channel: 'NodeImage', automatic_upgrade_channel: 'stable' }]],
  [[null, 'azurerm_kubernetes_cluster'], 'guest-os', 'shared', 'customer', [null, { node_os_upgrade_channel: 'None', automatic_upgrade_channel: 'stable' }]],
  [[null, 'azurerm_linux_web_app'], 'runtime', 'shared', 'customer', [null, { site_config: [{ application_stack: [{ docker_image_name: 'web:1' }] }] }]],
  [[null, 'azurerm_linux_function_app'], 'runtime', 'shared', 'customer', [null, { site_config: [{ application_stack: [{ docker: [{ image_name: 'job' }] }] }] }]],
  [[null, 'google_container_cluster'], 'guest-os', 'shared', 'provider', [null, { enable_autopilot: true }]],
  [[null, 'google_container_cluster'], 'guest-os', 'shared', 'customer', [null, { release_channel: [{ channel: 'UNSPECIFIED' }], node_pool: [{ management: [{ auto_upgrade: false }] }] }]],
  [[null, 'google_container_node_pool'], 'guest-os', 'shared', 'provider', [null, { management: [{ auto_upgrade: true }] }]],
  [[null, 'google_container_node_pool'], 'guest-os', 'shared', 'customer', [null, { management: [{ auto_upgrade: false }] }]],
  [[null, 'google_cloud_run_v2_service'], 'runtime', 'customer', 'provider', [null, { build_config: [{ enable_automatic_updates: true }] }]],
  [[null, 'google_cloudfunctions2_function'], 'runtime', 'provider', 'shared', [null, { build_config: [{ on_deploy_update_policy: [{}] }] }]],
]; // prettier-ignore

test.each(moves.map((move, index) => [index, move[0][0] ?? '', move[1], move[3], move] as const))(
  '%# %s: %s moves to %s, and nothing else does',
  (_, __, area, ___, [type, ____, base, moved, written]) => {
    const before = parties(type, [{}, {}]);
    const after = parties(type, written);
    for (const [index, cells] of after.entries()) {
      const stated = before[index];
      expect(stated?.get(area)?.party).toBe(base);
      expect(cells.get(area)?.party).toBe(moved);
      expect(cells.get(area)?.moved).toBe(true);
      expect(cells.get(area)?.sources).not.toEqual([]);
      const others = [...cells.values()].filter(
        (cell) => cell.area !== area && cell.party !== stated?.get(cell.area)?.party,
      );
      expect(others).toEqual([]);
    }
  },
);

test.each(moves.map((move, index) => [index, move] as const))(
  '%#: a review names what moves',
  (_, [type, area, base, moved, written]) => {
    for (const [index, after] of graphsOf(type, written).entries()) {
      const before = graphsOf(type, [{}, {}])[index];
      if (!before) throw new Error('there is a graph without the property too');
      const found = differencesOf(snapshotOfGraph(before), snapshotOfGraph(after));
      expect(found.filter(({ kind }) => kind === 'party moved')).toEqual(
        base === moved
          ? []
          : [{ kind: 'party moved', subject: expect.stringMatching(`it: ${area}$`) as string, from: base, to: moved }],
      );
      expect(
        movesBetween(before, after, ({ id }) => before.byIdentity(id)).map((move) => [move.area, move.from, move.to]),
      ).toEqual(base === moved ? [] : [[area, base, moved]]);
    }
  },
);

test('without an upgrade channel, it is said why the version of Kubernetes is yours to move', () => {
  const [without] = parties([null, 'azurerm_kubernetes_cluster'], [null, {}]);
  const [channel] = parties([null, 'azurerm_kubernetes_cluster'], [null, { automatic_upgrade_channel: 'stable' }]);
  expect([without?.get('runtime')?.moved, channel?.get('runtime')?.moved]).toEqual([true, false]);
});

test('what is not settled moves nothing, and is said', () => {
  for (const cells of parties(
    ['AWS::Lambda::Function', 'aws_lambda_function'],
    [{ PackageType: unknown }, { package_type: unknown }],
  )) {
    expect(cells.get('runtime')).toMatchObject({ party: 'provider', moved: false });
    expect(
      cells
        .get('runtime')
        ?.open.map(({ note }) => note)
        .join(),
    ).toContain('Image');
  }
});

test('a type that nobody knows has no side', () => {
  expect(parties(['AWS::Nobody::Knows', null], [{ A: 1 }, null])[0]?.size).toBe(0);
});

test('every shift names types, an area and a source of the data', () => {
  const { types, sources } = responsibilityData();
  for (const { types: names, area, source } of shifts) {
    expect(sources[source]).toBeDefined();
    // An external key is a key in the data of CloudFormation only.
    for (const name of names.filter((one) => one !== 'aws_kms_external_key'))
      expect(types.get(name)?.areas[area]).toBeDefined();
  }
});
