import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { member, property, type Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import {
  containerFacts,
  containersIn,
  containersOfText,
  hostNetworkFacts,
  namespaceFacts,
  type Container,
} from './containers';
import { encryptedByDefault } from './ebs';
import { capacityFacts, insightsFact } from './ecs-cluster';
import { operationFacts } from './ecs-service';
import { itemsOf } from './items';
import { alwaysEncrypted, encryptionBySwitch } from './key-custody';
import { executeCommandFacts } from './remote-session';
import { roleShared } from './machine-role';

const services = ['AWS::ECS::Service', 'aws_ecs_service'];
const tasks = ['AWS::ECS::TaskDefinition', 'aws_ecs_task_definition'];
const clusters = ['AWS::ECS::Cluster', 'aws_ecs_cluster'];
const capacityProviders = ['AWS::ECS::CapacityProvider', 'aws_ecs_capacity_provider'];

export const ecs: Service = {
  name: 'ecs',
  types: {
    cloudformation: [
      'AWS::ECS::CapacityProvider',
      'AWS::ECS::Cluster',
      'AWS::ECS::ClusterCapacityProviderAssociations',
      'AWS::ECS::PrimaryTaskSet',
      'AWS::ECS::Service',
      'AWS::ECS::TaskDefinition',
    ],
    terraform: [
      'aws_ecs_account_setting_default',
      'aws_ecs_capacity_provider',
      'aws_ecs_cluster',
      'aws_ecs_cluster_capacity_providers',
      'aws_ecs_service',
      'aws_ecs_tag',
      'aws_ecs_task_definition',
    ],
  },
  *facts(resource, graph, context) {
    if (services.includes(resource.type)) yield* serviceFacts(resource, graph, context);
    if (tasks.includes(resource.type)) yield* taskFacts(resource, graph);
    if (capacityProviders.includes(resource.type)) yield* capacityFacts(resource);
    if (!clusters.includes(resource.type)) return;
    yield clusterStorage(resource, graph);
    yield insightsFact(resource);
    yield* executeCommandFacts(resource);
  },
};

/**
 * What Fargate keeps for the tasks of a cluster, always encrypted: with AWS's own key unless one is named.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-storage-encryption.html
 */
function clusterStorage(cluster: Resource, graph: ResourceGraph): Fact {
  const key = property(
    cluster,
    'Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId',
    'configuration.managed_storage_configuration.fargate_ephemeral_storage_kms_key_id',
  );
  return {
    kind: 'storage-at-rest',
    noun: 'ECS cluster',
    subject: cluster,
    encryption: alwaysEncrypted(key, graph, 'provider-key', 'Fargate always encrypts what it stores for tasks'),
  };
}

function* serviceFacts(service: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'ECS service', subject: service };
  yield { kind: 'public-endpoint', role: 'compute', public: publicAddress(service), ...about };
  yield* operationFacts(service, graph);
  for (const volume of itemsOf(property(service, 'VolumeConfigurations', 'volume_configuration'))) {
    const disk = member(volume, service.vocabulary, 'ManagedEBSVolume', 'managed_ebs_volume');
    const present = disk.present();
    if (present.state === 'known' && !present.value) continue;
    const encrypted = member(disk, service.vocabulary, 'Encrypted', 'encrypted');
    const key = member(disk, service.vocabulary, 'KmsKeyId', 'kms_key_id');
    yield {
      kind: 'storage-at-rest',
      encryption: encryptionBySwitch(encryptedByDefault(encrypted.flag(), graph, context, encrypted.at), key, graph, {
        off: 'none',
        on: 'provider-kms',
      }),
      ...about,
    };
  }
}

/**
 * Tasks get a public address when they are told to. Terraform writes a boolean, CloudFormation a word.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 */
function publicAddress(service: Resource): Settled<boolean> {
  const written = property(
    service,
    'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
    'network_configuration.assign_public_ip',
  );
  const because = 'tasks get no public address unless told to';
  return service.vocabulary === 'terraform'
    ? otherwise(written.flag(), false, because)
    : map(otherwise(written.text(), 'DISABLED', because), (text) => text === 'ENABLED');
}

const taskNoun = 'ECS task definition';

function* taskFacts(task: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield* roleFacts(task, graph);
  yield* volumeFacts(task);
  const containers = containersOf(task);
  yield* containerFacts(task, taskNoun, containers);
  yield* hostNetworkFacts(task, taskNoun, property(task, 'NetworkMode', 'network_mode'), containers);
  yield* namespaceFacts(task, taskNoun, property(task, 'PidMode', 'pid_mode'), property(task, 'IpcMode', 'ipc_mode'));
}

/**
 * Whether the agent that starts a task acts with the role of the task itself.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 */
function* roleFacts(task: Resource, graph: ResourceGraph): Iterable<Fact> {
  const role = property(task, 'TaskRoleArn', 'task_role_arn');
  const present = role.present();
  if (present.state === 'known' && !present.value) return;
  const agent = { resource: task, role: property(task, 'ExecutionRoleArn', 'execution_role_arn') };
  yield { kind: 'machine-role', noun: taskNoun, subject: task, shared: roleShared(role, [agent], graph) };
}

/**
 * Tasks mount a file system in plain text unless told to encrypt.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
 */
function* volumeFacts(task: Resource): Iterable<Fact> {
  for (const volume of itemsOf(property(task, 'Volumes', 'volume'))) {
    const mount = member(volume, task.vocabulary, 'EFSVolumeConfiguration', 'efs_volume_configuration');
    const present = mount.present();
    if (present.state === 'known' && !present.value) continue;
    const encryption = member(mount, task.vocabulary, 'TransitEncryption', 'transit_encryption').text();
    yield {
      kind: 'data-in-transit',
      noun: taskNoun,
      subject: task,
      plaintext: map(
        otherwise(encryption, 'DISABLED', 'a file system is mounted in plain text unless told otherwise'),
        (text) => text !== 'ENABLED',
      ),
    };
  }
}

/** Terraform writes the containers as a JSON text, in the words of the API. */
function containersOf(task: Resource): readonly Container[] {
  const written = property(task, 'ContainerDefinitions', 'container_definitions');
  if (task.vocabulary === 'cloudformation') return containersIn(written, true);
  return containersOfText(written);
}
