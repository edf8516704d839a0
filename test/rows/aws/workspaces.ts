import { unknown, type ServiceRows, type Table } from '../../support/row';

const workspace = (rows: Table['rows']): Record<string, Table> => ({
  WorkSpace: { cloudformation: 'AWS::WorkSpaces::Workspace', terraform: 'aws_workspaces_workspace', rows },
});
const volumes = (root: unknown, user: unknown, key?: unknown) =>
  [
    { RootVolumeEncryptionEnabled: root, UserVolumeEncryptionEnabled: user, VolumeEncryptionKey: key },
    { root_volume_encryption_enabled: root, user_volume_encryption_enabled: user, volume_encryption_key: key },
  ] as const;

export const workspacesRows: ServiceRows = {
  service: 'workspaces',
  controls: {
    'storage-encrypted': workspace([
      ['fail', 'nothing is said', {}, {}],
      ['fail', 'the root volume only is encrypted', ...volumes(true, undefined)],
      ['fail', 'the user volume only is encrypted', ...volumes(false, true)],
      ['pass', 'both are encrypted', ...volumes(true, true)],
      ['pass', 'both are, as text', ...volumes('true', 'true')],
      ['undecided', 'one is a parameter', ...volumes(true, unknown)],
      ['fail', 'one is a parameter, and the other in clear', ...volumes(unknown, false)],
      ['fail', 'a key is named and nothing switched on', ...volumes(undefined, undefined, 'alias/ours')],
    ]),
    'customer-managed-key': workspace([
      ['fail', 'no key is named', ...volumes(true, true)],
      ['fail', "the key is AWS's own", ...volumes(true, true, 'alias/aws/workspaces')],
      ['pass', 'a key is named', ...volumes(true, true, 'alias/ours')],
      ['undecided', 'the key is a parameter', ...volumes(true, true, unknown)],
    ]),
  },
};
