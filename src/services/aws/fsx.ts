import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { chain, known, map, orElse, otherwise, unknown, type Settled, type Value } from '../../model/value';
import type { Service } from '../service';
import { inBackupPlan } from './backup-plan';
import { eitherWay, keyCustody } from './key-custody';
import { secretFacts } from './secret-facts';

const nouns: Readonly<Record<string, string>> = {
  'AWS::FSx::FileCache': 'FSx file cache',
  'AWS::FSx::FileSystem': 'FSx file system',
  aws_fsx_file_cache: 'FSx file cache',
  aws_fsx_lustre_file_system: 'FSx file system',
  aws_fsx_ontap_file_system: 'FSx file system',
  aws_fsx_openzfs_file_system: 'FSx file system',
  aws_fsx_windows_file_system: 'FSx file system',
};

/** @see https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html (always, in every kind) */
export const fsx: Service = {
  name: 'fsx',
  types: {
    cloudformation: [
      'AWS::FSx::FileCache',
      'AWS::FSx::FileSystem',
      'AWS::FSx::Snapshot',
      'AWS::FSx::StorageVirtualMachine',
      'AWS::FSx::Volume',
    ],
    terraform: [
      'aws_fsx_file_cache',
      'aws_fsx_lustre_file_system',
      'aws_fsx_ontap_file_system',
      'aws_fsx_ontap_storage_virtual_machine',
      'aws_fsx_ontap_volume',
      'aws_fsx_openzfs_file_system',
      'aws_fsx_openzfs_snapshot',
      'aws_fsx_openzfs_volume',
      'aws_fsx_windows_file_system',
    ],
  },
  *facts(resource, graph) {
    const noun = nouns[resource.type];
    if (noun !== undefined) yield* fileSystemFacts(resource, noun, graph);
    if (/storage_?virtual_?machine$/i.test(resource.type)) yield* virtualMachineFacts(resource);
  },
};

function* fileSystemFacts(fileSystem: Resource, noun: string, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun, subject: fileSystem };
  const key = property(fileSystem, 'KmsKeyId', 'kms_key_id');
  const scratch = isScratch(fileSystem);
  const because = 'FSx always encrypts';
  yield {
    kind: 'storage-at-rest',
    encryption: chain(eitherWay(scratch), (temporary): Settled<EncryptionState> =>
      temporary
        ? known('provider-key', scratch.at, 'FSx keeps the key of scratch file systems')
        : keyCustody(key, graph, known('provider-kms', key.at, because)),
    ),
    ...about,
  };
  if (!noun.endsWith('cache')) yield* backupFacts(fileSystem, noun, scratch, graph);
  yield* secretFacts(fileSystem, noun, [
    ['admin password', property(fileSystem, 'OntapConfiguration.FsxAdminPassword', 'fsx_admin_password')],
    [
      'directory password',
      property(
        fileSystem,
        'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.Password',
        'self_managed_active_directory.password',
      ),
    ],
  ]);
}

/** File systems for Lustre are for scratch unless told otherwise; no key can be named for them. */
function isScratch(fileSystem: Resource): Settled<boolean> {
  const type = property(fileSystem, 'FileSystemType', null).text();
  const deployment: Value<string> = property(
    fileSystem,
    'LustreConfiguration.DeploymentType',
    'deployment_type',
  ).text();
  const at = { id: fileSystem.id, path: [] };
  const temporary = map(otherwise(deployment, 'SCRATCH_1', 'for scratch by default'), (name) =>
    name.startsWith('SCRATCH'),
  );
  if (fileSystem.type === 'aws_fsx_lustre_file_system') return temporary;
  if (fileSystem.vocabulary === 'terraform' || fileSystem.type.endsWith('FileCache')) return known(false, at);
  if (type.state !== 'known') return unknown('the kind of file system is not known', at);
  return type.value.toUpperCase() === 'LUSTRE' ? temporary : known(false, at);
}

function virtualMachineFacts(machine: Resource): Iterable<Fact> {
  return secretFacts(machine, 'FSx storage virtual machine', [
    ['admin password', property(machine, 'SvmAdminPassword', 'svm_admin_password')],
    [
      'directory password',
      property(
        machine,
        'ActiveDirectoryConfiguration.SelfManagedActiveDirectoryConfiguration.Password',
        'active_directory_configuration.self_managed_active_directory_configuration.password',
      ),
    ],
  ]);
}

const retention = [
  'WindowsConfiguration',
  'OntapConfiguration',
  'OpenZFSConfiguration',
  'LustreConfiguration',
] as const;

/** Scratch file systems cannot be backed up. */
function* backupFacts(
  fileSystem: Resource,
  noun: string,
  scratch: Settled<boolean>,
  graph: ResourceGraph,
): Iterable<Fact> {
  if (scratch.state === 'known' && scratch.value) return;
  const written = retention
    .map((configuration) =>
      property(fileSystem, `${configuration}.AutomaticBackupRetentionDays`, 'automatic_backup_retention_days').number(),
    )
    .find((days) => days.state !== 'absent');
  const initial = map(initialRetention(fileSystem), (days) => days > 0);
  const own = written
    ? orElse(
        map(written, (count) => count > 0),
        () => initial,
      )
    : initial;
  const backup = inBackupPlan(fileSystem, own, graph);
  const open = scratch.state === 'unknown' && backup.kept.state === 'known' && !backup.kept.value;
  yield {
    noun,
    subject: fileSystem,
    kind: 'backup',
    ...backup,
    kept: open ? unknown(scratch.why, scratch.at) : backup.kept,
  };
}

/**
 * The provider for Terraform sets 7 days for Windows and none for others; FSx sets 30 for all but Lustre.
 *
 * @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_OntapFileSystemConfiguration.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_windows_file_system
 */
function initialRetention(fileSystem: Resource): Settled<number> {
  const at = { id: fileSystem.id, path: [] };
  const none = known(0, at, 'no backups unless told otherwise');
  if (fileSystem.vocabulary === 'terraform')
    return fileSystem.type === 'aws_fsx_windows_file_system' ? known(7, at, '7 days unless told otherwise') : none;
  const type = otherwise(property(fileSystem, 'FileSystemType', null).text(), '', 'no kind is written');
  return chain(type, (name) =>
    name.toUpperCase() === 'LUSTRE' ? none : known(30, at, '30 days unless told otherwise'),
  );
}
