import { secretTable } from '../../support/secret-rows';
import { keptStoreTables, merged } from '../../support/store-rows';
import { unknown, type ServiceRows } from '../../support/row';

const fileSystem = 'AWS::FSx::FileSystem';
const inTerraform = (key: unknown) => ({ kms_key_id: key });
const machine = { cloudformation: 'AWS::FSx::StorageVirtualMachine', terraform: 'aws_fsx_ontap_storage_virtual_machine' }; // prettier-ignore

export const fsxRows: ServiceRows = {
  service: 'fsx',
  controls: merged(
    keptStoreTables({
      noun: 'FSx for Windows file system',
      cloudformation: fileSystem,
      terraform: 'aws_fsx_windows_file_system',
      inCloudformation: (key) => ({ FileSystemType: 'WINDOWS', KmsKeyId: key }),
      inTerraform,
      silent: [{ FileSystemType: 'WINDOWS' }, {}],
    }),
    keptStoreTables({
      noun: 'FSx for NetApp ONTAP file system',
      cloudformation: fileSystem,
      terraform: 'aws_fsx_ontap_file_system',
      inCloudformation: (key) => ({ FileSystemType: 'ONTAP', KmsKeyId: key }),
      inTerraform,
      silent: [{ FileSystemType: 'ONTAP' }, {}],
    }),
    keptStoreTables({
      noun: 'FSx for OpenZFS file system',
      cloudformation: fileSystem,
      terraform: 'aws_fsx_openzfs_file_system',
      inCloudformation: (key) => ({ FileSystemType: 'OPENZFS', KmsKeyId: key }),
      inTerraform,
      silent: [{ FileSystemType: 'OPENZFS' }, {}],
    }),
    keptStoreTables({
      noun: 'persistent FSx for Lustre file system',
      cloudformation: fileSystem,
      terraform: 'aws_fsx_lustre_file_system',
      inCloudformation: (key) => ({ FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'PERSISTENT_2' }, KmsKeyId: key }), // prettier-ignore
      inTerraform: (key) => ({ deployment_type: 'PERSISTENT_2', kms_key_id: key }),
      silent: [
        { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'PERSISTENT_2' } },
        { deployment_type: 'PERSISTENT_2' },
      ],
    }),
    keptStoreTables({
      noun: 'FSx file cache',
      cloudformation: 'AWS::FSx::FileCache',
      terraform: 'aws_fsx_file_cache',
      inCloudformation: (key) => ({ KmsKeyId: key }),
      inTerraform,
    }),
    {
      'customer-managed-key': {
        'scratch FSx for Lustre file system': {
          cloudformation: fileSystem,
          terraform: 'aws_fsx_lustre_file_system',
          // prettier-ignore
          rows: [
            ['fail',      'nothing is said', { FileSystemType: 'LUSTRE' }, {}],
            ['fail',      'a key is named all the same', { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'SCRATCH_2' }, KmsKeyId: 'alias/ours' }, { deployment_type: 'SCRATCH_2', kms_key_id: 'alias/ours' }],
            ['undecided', 'whether it is for scratch is a parameter', { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: unknown }, KmsKeyId: 'alias/ours' }, { deployment_type: unknown, kms_key_id: 'alias/ours' }],
          ],
        },
      },
      'no-secret-in-clear': {
        'FSx for Windows file system': secretTable({
          cloudformation: fileSystem,
          terraform: 'aws_fsx_windows_file_system',
          inCloudformation: (secret) => ({ FileSystemType: 'WINDOWS', WindowsConfiguration: { SelfManagedActiveDirectoryConfiguration: { Password: secret } } }), // prettier-ignore
          inTerraform: (secret) => ({ self_managed_active_directory: [{ password: secret }] }),
        }),
        'FSx for NetApp ONTAP file system': secretTable({
          cloudformation: fileSystem,
          terraform: 'aws_fsx_ontap_file_system',
          inCloudformation: (secret) => ({ FileSystemType: 'ONTAP', OntapConfiguration: { FsxAdminPassword: secret } }),
          inTerraform: (secret) => ({ fsx_admin_password: secret }),
        }),
        'FSx storage virtual machine': secretTable({
          ...machine,
          inCloudformation: (secret) => ({ SvmAdminPassword: secret }),
          inTerraform: (secret) => ({ svm_admin_password: secret }),
        }),
        'directory of an FSx storage virtual machine': secretTable({
          ...machine,
          inCloudformation: (secret) => ({ ActiveDirectoryConfiguration: { SelfManagedActiveDirectoryConfiguration: { Password: secret } } }), // prettier-ignore
          inTerraform: (secret) => ({ active_directory_configuration: [{ self_managed_active_directory_configuration: [{ password: secret }] }] }), // prettier-ignore
        }),
      },
    },
  ),
};
