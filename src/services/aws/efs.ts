import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { known, map, orElse, otherwise, type Settled } from '../../model/value';
import { any, is, settledTruth, type Truth } from '../../model/truth';
import type { Service } from '../service';
import { inBackupPlan } from './backup-plan';
import { encryptionBySwitch } from './key-custody';
import {
  attachedPolicies,
  belongsTo,
  companionPolicyFacts,
  resourcePolicyFacts,
  type PolicyPlaces,
} from './resource-policy';
import { transitEnforcement, withTransitEnforcement, type PlaintextRequest } from './transit-policy';

const mounting: PlaintextRequest = { action: 'elasticfilesystem:ClientMount' };
const fileSystems = ['AWS::EFS::FileSystem', 'aws_efs_file_system'];

const places: PolicyPlaces = {
  noun: 'EFS file system',
  inline: ['FileSystemPolicy', null],
  companions: [{ types: ['aws_efs_file_system_policy'], target: [null, 'file_system_id'], document: [null, 'policy'] }],
};

export const efs: Service = {
  name: 'efs',
  types: {
    cloudformation: ['AWS::EFS::AccessPoint', 'AWS::EFS::FileSystem', 'AWS::EFS::MountTarget'],
    terraform: [
      'aws_efs_access_point',
      'aws_efs_backup_policy',
      'aws_efs_file_system',
      'aws_efs_file_system_policy',
      'aws_efs_mount_target',
      'aws_efs_replication_configuration',
    ],
  },
  *facts(resource, graph) {
    if (fileSystems.includes(resource.type)) yield* fileSystemFacts(resource, graph);
    else yield* withTransitEnforcement(companionPolicyFacts(resource, fileSystems, graph, places), mounting);
    if (/AccessPoint$|access_point$/.test(resource.type)) yield accessPointFact(resource);
    if (
      resource.type === 'aws_efs_file_system_policy' &&
      !belongsTo(resource.properties.get('file_system_id'), fileSystems, graph)
    )
      yield lockoutFact(resource, [resource]);
    if (
      resource.type === 'aws_efs_backup_policy' &&
      !belongsTo(resource.properties.get('file_system_id'), fileSystems, graph)
    )
      yield {
        kind: 'backup',
        noun: 'EFS file system of this backup policy',
        subject: resource,
        kept: otherwise(policyOf(resource), false, 'no status is written'),
      };
  },
};

/** The console encrypts by default; the API, and so everything else, does not. */
function* fileSystemFacts(fileSystem: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: places.noun, subject: fileSystem };
  yield {
    kind: 'storage-at-rest',
    encryption: encryptionBySwitch(
      otherwise(property(fileSystem, 'Encrypted', 'encrypted').flag(), false, 'EFS encrypts only when told to'),
      property(fileSystem, 'KmsKeyId', 'kms_key_id'),
      graph,
      { off: 'none', on: 'provider-kms' },
    ),
    ...about,
  };
  const attached = attachedPolicies(fileSystem, graph, places);
  yield* resourcePolicyFacts(fileSystem, places.noun, attached);
  yield transitEnforcement(fileSystem, places.noun, attached, mounting);
  yield* copyFacts(fileSystem, graph);
  yield lockoutFact(fileSystem, [
    fileSystem,
    ...graph.companions(fileSystem, ['aws_efs_file_system_policy'], 'file_system_id').certain,
  ]);
}

/** What a backup policy, or a file system, says of automatic backups. */
const policyOf = (resource: Resource) =>
  map(property(resource, 'BackupPolicy.Status', 'backup_policy.status').text(), (status) => status === 'ENABLED');

/**
 * Backups are off unless told otherwise, but for file systems in one zone.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html (Backup)
 */
function* copyFacts(fileSystem: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: places.noun, subject: fileSystem };
  const [policy] = graph.companions(fileSystem, ['aws_efs_backup_policy'], 'file_system_id').certain;
  const zone = property(fileSystem, 'AvailabilityZoneName', 'availability_zone_name').present();
  const initial: Settled<boolean> =
    zone.state === 'unknown'
      ? zone
      : known(
          zone.value,
          zone.at,
          zone.value
            ? 'file systems in one zone are backed up unless told otherwise'
            : 'EFS makes backups only when told to',
        );
  const backup = inBackupPlan(
    fileSystem,
    orElse(policyOf(policy ?? fileSystem), () => initial),
    graph,
  );
  yield { kind: 'backup', ...about, ...backup, related: [...(policy ? [policy] : []), ...(backup.related ?? [])] };
  const [replication] = graph.companions(
    fileSystem,
    ['aws_efs_replication_configuration'],
    'source_file_system_id',
  ).certain;
  yield {
    kind: 'remote-copy',
    kept: replication
      ? replication.properties.get('destination').present()
      : property(fileSystem, 'ReplicationConfiguration', null).present(),
    ...about,
    ...(replication && { related: [replication] }),
  };
}

/** @see https://docs.aws.amazon.com/efs/latest/ug/API_PutFileSystemPolicy.html (BypassPolicyLockoutSafetyCheck) */
function lockoutFact(subject: Resource, places: readonly Resource[]): Fact {
  const bypassed: readonly Truth[] = places.map((place) =>
    is(
      otherwise(
        property(place, 'BypassPolicyLockoutSafetyCheck', 'bypass_policy_lockout_safety_check').flag(),
        false,
        'EFS checks unless told otherwise',
      ),
      (off) => off,
      'check against locking oneself out left out',
    ),
  );
  const noun = subject === places[0] && subject.type.endsWith('policy') ? 'EFS file system policy' : 'EFS file system';
  return {
    kind: 'policy-lockout',
    noun,
    subject,
    checked: map(settledTruth(any(...bypassed), { id: subject.id, path: [] }), (off) => !off),
    related: places.filter((place) => place !== subject),
  };
}

/** @see https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html (without a root directory of its own: the root) */
function accessPointFact(point: Resource): Fact {
  const path = otherwise(
    property(point, 'RootDirectory.Path', 'root_directory.path').text(),
    '/',
    'the root unless told otherwise',
  );
  return {
    kind: 'file-access',
    noun: 'EFS access point',
    subject: point,
    userEnforced: property(point, 'PosixUser', 'posix_user').present(),
    rootConfined: map(path, (directory) => directory !== '/'),
  };
}
