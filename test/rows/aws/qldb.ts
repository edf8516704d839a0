import { keptStoreTables, merged } from '../../support/store-rows';
import type { ServiceRows } from '../../support/row';
import { qldbUpkeep } from './qldb-upkeep';

const ledger = { cloudformation: 'AWS::QLDB::Ledger', terraform: 'aws_qldb_ledger' };

export const qldbRows: ServiceRows = {
  service: 'qldb',
  controls: merged(
    qldbUpkeep,
    keptStoreTables({
      noun: 'QLDB ledger',
      ...ledger,
      inCloudformation: (key) => ({ KmsKey: key }),
      inTerraform: (key) => ({ kms_key: key }),
    }),
    {
      'customer-managed-key': {
        'QLDB ledger with a key by its kind': {
          ...ledger,
          rows: [['fail', "the key is AWS's own", { KmsKey: 'AWS_OWNED_KMS_KEY' }, { kms_key: 'AWS_OWNED_KMS_KEY' }]],
        },
      },
    },
  ),
};
