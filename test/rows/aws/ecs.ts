import { refer, system, unknown, type Row, type ServiceRows, type Table } from '../../support/row';
import { keptStoreTables, merged } from '../../support/store-rows';
import { ecsUpkeep } from './ecs-upkeep';

const service = (rows: readonly Row[]): Record<string, Table> => ({
  'ECS service': { cloudformation: 'AWS::ECS::Service', terraform: 'aws_ecs_service', rows },
});
const task = (rows: readonly Row[]): Record<string, Table> => ({
  'ECS task definition': { cloudformation: 'AWS::ECS::TaskDefinition', terraform: 'aws_ecs_task_definition', rows },
});

const disk = (encrypted?: unknown, key?: unknown) =>
  [
    { VolumeConfigurations: [{ Name: 'a', ManagedEBSVolume: { Encrypted: encrypted, KmsKeyId: key } }] },
    { volume_configuration: [{ name: 'a', managed_ebs_volume: [{ encrypted, kms_key_id: key }] }] },
  ] as const;

const mounts = (...encryption: readonly unknown[]) =>
  [
    { Volumes: encryption.map((TransitEncryption) => ({ EFSVolumeConfiguration: { FilesystemId: 'fs-1', TransitEncryption } })) },
    { volume: encryption.map((transit_encryption) => ({ efs_volume_configuration: [{ file_system_id: 'fs-1', transit_encryption }] })) },
  ] as const; // prettier-ignore

const container = (written: { readonly privileged?: unknown }) =>
  [
    { ContainerDefinitions: [{ Name: 'a', Privileged: written.privileged }] },
    { container_definitions: JSON.stringify([{ name: 'a', ...written }]) },
  ] as const;

const variable = (name: string, value: unknown) =>
  [
    { ContainerDefinitions: [{ Environment: [{ Name: name, Value: value }] }] },
    { container_definitions: JSON.stringify([{ environment: [{ name, value }] }]) },
  ] as const;

const cluster = keptStoreTables({
  noun: 'ECS cluster',
  cloudformation: 'AWS::ECS::Cluster',
  terraform: 'aws_ecs_cluster',
  inCloudformation: (key) => ({
    Configuration: { ManagedStorageConfiguration: { FargateEphemeralStorageKmsKeyId: key } },
  }),
  inTerraform: (key) => ({
    configuration: [{ managed_storage_configuration: [{ fargate_ephemeral_storage_kms_key_id: key }] }],
  }),
});

export const ecsRows: ServiceRows = {
  service: 'ecs',
  controls: merged(ecsUpkeep, cluster, {
    'no-public-address': service([
      ['pass', 'nothing is said', {}, {}],
      [
        'fail',
        'its tasks get one',
        { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'ENABLED' } } },
        { network_configuration: [{ assign_public_ip: true }] },
      ],
      [
        'pass',
        'its tasks get none',
        { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' } } },
        { network_configuration: [{ assign_public_ip: false }] },
      ],
      ['undecided', 'it is a parameter', { NetworkConfiguration: unknown }, { network_configuration: unknown }],
    ]),
    'storage-encrypted': service([
      ['silent', 'it has no volume', {}, {}],
      ['fail', 'its volume says nothing', ...disk()],
      ['pass', 'its volume is encrypted', ...disk(true)],
      ['undecided', 'it is a parameter', ...disk(unknown)],
      [
        'pass',
        'the account encrypts new volumes',
        null,
        system(disk()[1], { all: { type: 'aws_ebs_encryption_by_default', properties: {} } }),
      ],
    ]),
    'customer-managed-key': service([
      ['fail', 'no key is named', ...disk(true)],
      ['pass', 'a key is named', ...disk(true, 'arn:aws:kms:eu-west-1:111122223333:key/1a')],
    ]),
    'transit-encrypted': task([
      ['silent', 'it mounts no file system', {}, {}],
      ['silent', 'it mounts a directory of its host', { Volumes: [{ Host: {} }] }, { volume: [{ host_path: '/a' }] }],
      ['fail', 'a mount says nothing', ...mounts(undefined)],
      ['fail', 'a mount is in plain text', ...mounts('DISABLED')],
      ['pass', 'a mount is encrypted', ...mounts('ENABLED')],
      ['fail', 'one of two mounts is in plain text', ...mounts('ENABLED', 'DISABLED')],
      ['undecided', 'it is a parameter', ...mounts(unknown)],
    ]),
    'not-privileged': task([
      ['silent', 'it has no container', {}, {}],
      ['pass', 'its container says nothing', ...container({})],
      ['fail', 'its container is privileged', ...container({ privileged: true })],
      ['fail', 'it is, as text', ...container({ privileged: 'true' })],
      ['pass', 'its container is not', ...container({ privileged: false })],
      [
        'undecided',
        'its containers are not known',
        { ContainerDefinitions: unknown },
        { container_definitions: unknown },
      ],
      ['fail', 'it shares the processes of its host', { PidMode: 'host' }, { pid_mode: 'host' }],
      ['pass', 'it shares those of the task', { PidMode: 'task' }, { pid_mode: 'task' }],
      ['fail', 'it shares the memory of its host', { IpcMode: 'host' }, { ipc_mode: 'host' }],
      ['undecided', 'what it shares is a parameter', { PidMode: unknown }, { pid_mode: unknown }],
    ]),
    'no-secret-in-clear': task([
      ['silent', 'it has no container', {}, {}],
      ['silent', 'its variables are no secrets', ...variable('STAGE', 'live')],
      ['fail', 'a variable holds a password', ...variable('DB_PASSWORD', 'hunter-2-hunter')],
      ['silent', 'a variable says where the password is', ...variable('DB_PASSWORD', 'arn:aws:secretsmanager:a:b:c')],
      [
        'pass',
        'the password comes from a secret',
        system(
          { ContainerDefinitions: [{ Environment: [{ Name: 'DB_PASSWORD', Value: refer('secret') }] }] },
          { secret: { type: 'AWS::SecretsManager::Secret', properties: {} } },
        ),
        null,
      ],
      ['silent', 'its containers are not known', { ContainerDefinitions: unknown }, { container_definitions: unknown }],
    ]),
  }),
};
