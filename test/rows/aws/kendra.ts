import type { ServiceRows } from '../../support/row';
import { keptStoreTables } from '../../support/store-rows';

export const kendraRows: ServiceRows = {
  service: 'kendra',
  controls: keptStoreTables({
    noun: 'Kendra index',
    cloudformation: 'AWS::Kendra::Index',
    terraform: 'aws_kendra_index',
    inCloudformation: (KmsKeyId) => ({ ServerSideEncryptionConfiguration: { KmsKeyId } }),
    inTerraform: (kms_key_id) => ({ server_side_encryption_configuration: [{ kms_key_id }] }),
  }),
};
