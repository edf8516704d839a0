import type { Fact } from '../../model/fact';
import type { Service } from '../service';
import { otherwise } from '../../model/value';
import { encryptionBySwitch } from './key-custody';
import { secretFacts } from './secret-facts';

const shares = ['aws_storagegateway_nfs_file_share', 'aws_storagegateway_smb_file_share'];

export const storageGateway: Service = {
  name: 'storage-gateway',
  types: {
    terraform: [
      // Disks and pools of a gateway on the customer's own ground.
      'aws_storagegateway_cache',
      'aws_storagegateway_cached_iscsi_volume',
      'aws_storagegateway_file_system_association',
      'aws_storagegateway_gateway',
      'aws_storagegateway_nfs_file_share',
      'aws_storagegateway_smb_file_share',
      'aws_storagegateway_stored_iscsi_volume',
      'aws_storagegateway_tape_pool',
      'aws_storagegateway_upload_buffer',
      'aws_storagegateway_working_storage',
    ],
  },
  *facts(resource, graph): Iterable<Fact> {
    const { properties, type } = resource;
    if (shares.includes(type))
      yield {
        kind: 'storage-at-rest',
        noun: 'Storage Gateway file share',
        subject: resource,
        // https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateNFSFileShare.html
        encryption: encryptionBySwitch(
          otherwise(properties.get('kms_encrypted').flag(), false, 'S3 encrypts with keys of its own unless told otherwise'),
          properties.get('kms_key_arn'),
          graph,
          { off: 'provider-key', on: 'provider-kms' },
        ),
      };
    yield* secretFacts(resource, 'Storage Gateway', [
      ['guest password', properties.get('smb_guest_password')],
      ['directory password', properties.get('smb_active_directory_settings', 'password')],
      ['directory password', properties.get('password')],
    ]);
  },
}; // prettier-ignore
