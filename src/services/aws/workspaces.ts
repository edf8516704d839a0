import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { encryptionBySwitch } from './key-custody';

const workspacesTypes = ['AWS::WorkSpaces::Workspace', 'aws_workspaces_workspace'];

export const workspaces: Service = {
  name: 'workspaces',
  types: {
    cloudformation: [
      // Names for desktops, and pools of desktops that keep nothing.
      'AWS::WorkSpaces::ConnectionAlias',
      'AWS::WorkSpaces::Workspace',
      'AWS::WorkSpaces::WorkspacesPool',
    ],
    terraform: [
      'aws_workspaces_connection_alias',
      'aws_workspaces_directory',
      'aws_workspaces_pool',
      'aws_workspaces_workspace',
    ],
  },
  facts: (resource, graph) => (workspacesTypes.includes(resource.type) ? volumeFacts(resource, graph) : []),
};

/**
 * Each of the two volumes of a desktop is encrypted only when told to be.
 *
 * @see https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html
 */
function* volumeFacts(workspace: Resource, graph: ResourceGraph): Iterable<Fact> {
  const key = property(workspace, 'VolumeEncryptionKey', 'volume_encryption_key');
  const volumes = [
    property(workspace, 'RootVolumeEncryptionEnabled', 'root_volume_encryption_enabled'),
    property(workspace, 'UserVolumeEncryptionEnabled', 'user_volume_encryption_enabled'),
  ];
  for (const volume of volumes)
    yield {
      kind: 'storage-at-rest',
      noun: 'WorkSpace',
      subject: workspace,
      encryption: encryptionBySwitch(
        otherwise(volume.flag(), false, 'WorkSpaces encrypts a volume only when told to'),
        key,
        graph,
        { off: 'none', on: 'provider-kms' },
      ),
    };
}
