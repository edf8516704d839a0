import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { secretFacts } from './secret-facts';

const noun = 'DataSync location';
const objectStorage = ['AWS::DataSync::LocationObjectStorage', 'aws_datasync_location_object_storage'];
const elasticFileSystems = ['AWS::DataSync::LocationEFS', 'aws_datasync_location_efs'];

export const datasync: Service = {
  name: 'datasync',
  types: {
    cloudformation: [
      // Agents, tasks, and places that are reached by the cloud's own identities.
      'AWS::DataSync::Agent',
      'AWS::DataSync::LocationAzureBlob',
      'AWS::DataSync::LocationEFS',
      'AWS::DataSync::LocationFSxLustre',
      'AWS::DataSync::LocationFSxOpenZFS',
      'AWS::DataSync::LocationFSxWindows',
      'AWS::DataSync::LocationHDFS',
      'AWS::DataSync::LocationNFS',
      'AWS::DataSync::LocationObjectStorage',
      'AWS::DataSync::LocationS3',
      'AWS::DataSync::LocationSMB',
      'AWS::DataSync::Task',
    ],
    terraform: [
      'aws_datasync_agent',
      'aws_datasync_location_azure_blob',
      'aws_datasync_location_efs',
      'aws_datasync_location_fsx_lustre_file_system',
      'aws_datasync_location_fsx_openzfs_file_system',
      'aws_datasync_location_fsx_windows_file_system',
      'aws_datasync_location_hdfs',
      'aws_datasync_location_nfs',
      'aws_datasync_location_object_storage',
      'aws_datasync_location_s3',
      'aws_datasync_location_smb',
      'aws_datasync_task',
    ],
  },
  *facts(resource): Iterable<Fact> {
    yield* secretFacts(resource, noun, [
      ['secret key', property(resource, 'SecretKey', 'secret_key')],
      ['password', property(resource, 'Password', 'password')],
      ['access token', property(resource, 'AzureBlobSasConfiguration.AzureBlobSasToken', 'sas_configuration.token')],
      ['Kerberos key', property(resource, 'KerberosKeytab', 'kerberos_keytab')],
    ]);
    if (objectStorage.includes(resource.type)) yield connection(resource, ['ServerProtocol', 'server_protocol'], 'HTTPS', 'HTTP');
    if (elasticFileSystems.includes(resource.type)) yield connection(resource, ['InTransitEncryption', 'in_transit_encryption'], 'NONE', 'NONE');
  },
}; // prettier-ignore

/** @see https://docs.aws.amazon.com/datasync/latest/userguide/encryption-in-transit.html */
function connection(
  subject: Resource,
  [cloudformation, terraform]: readonly [string, string],
  initial: string,
  plain: string,
): Fact {
  const protocol = otherwise(property(subject, cloudformation, terraform).text(), initial, `${initial} unless told otherwise`); // prettier-ignore
  return { kind: 'data-in-transit', noun, subject, plaintext: map(protocol, (name) => name === plain) };
}
