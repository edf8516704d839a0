import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionBySwitch } from './key-custody';
import { attachedPolicies, companionPolicyFacts, resourcePolicyFacts, type PolicyPlaces } from './resource-policy';
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
  facts: (resource, graph) =>
    fileSystems.includes(resource.type)
      ? fileSystemFacts(resource, graph)
      : withTransitEnforcement(companionPolicyFacts(resource, fileSystems, graph, places), mounting),
};

/** The console encrypts by default; the API, and so everything else, does not. */
function* fileSystemFacts(fileSystem: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: places.noun, subject: fileSystem };
  yield {
    ...about,
    kind: 'storage-at-rest',
    encryption: encryptionBySwitch(
      otherwise(property(fileSystem, 'Encrypted', 'encrypted').flag(), false, 'EFS encrypts only when told to'),
      property(fileSystem, 'KmsKeyId', 'kms_key_id'),
      graph,
      { off: 'none', on: 'provider-kms' },
    ),
  };
  const attached = attachedPolicies(fileSystem, graph, places);
  yield* resourcePolicyFacts(fileSystem, places.noun, attached);
  yield transitEnforcement(fileSystem, places.noun, attached, mounting);
}
