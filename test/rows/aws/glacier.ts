import { policyTables } from '../../support/policy-rows';
import { refer, system, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

const vault = { cloudformation: null, terraform: 'aws_glacier_vault' };

export const glacierRows: ServiceRows = {
  service: 'glacier',
  controls: merged(
    policyTables({
      ...vault,
      noun: 'Glacier vault',
      action: 'glacier:InitiateJob',
      inTerraform: (access_policy) => ({ access_policy }),
      withoutPolicy: [null, {}],
    }),
    policyTables({
      ...vault,
      noun: 'Glacier vault with a lock',
      action: 'glacier:InitiateJob',
      inTerraform: (policy) =>
        system({ name: 'ours' }, { lock: { type: 'aws_glacier_vault_lock', properties: { vault_name: refer('it', 'name'), policy } } }),
    }), // prettier-ignore
    {
      'storage-encrypted': {
        'Glacier vault': { ...vault, rows: [['pass', 'whatever is said', null, {}]] },
      },
    },
  ),
};
