import { unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const type = 'google_filestore_instance';
const noun = 'Filestore instance';
const exported = (...options: readonly object[]) => ({ file_shares: { name: 's', nfs_export_options: options } });
const table = (rows: ServiceRows['controls'][string][string]['rows']) => ({
  [noun]: { cloudformation: null, terraform: type, rows },
});

export const filestoreRows: ServiceRows = {
  service: 'filestore',
  controls: merged(keptStore(noun, type, 'kms_key_name'), {
    'deletion-protected': { [noun]: terraformSetting(type, 'deletion_protection_enabled', true, false, 'fail') },
    'placed-in-network': { [noun]: terraformSetting(type, 'networks.network', 'mine', 'default', 'fail') },
    'file-user-enforced': table([
      ['pass', 'root is squashed', null, exported({ squash_mode: 'ROOT_SQUASH', ip_ranges: ['10.0.0.0/24'] })],
      ['fail', 'root stays root', null, exported({ ip_ranges: ['10.0.0.0/24'] })],
      ['fail', 'nothing is said', null, {}],
      ['undecided', 'it is a variable', null, exported({ squash_mode: unknown })],
    ]),
    'ingress-not-open': table([
      ['silent', 'every address of its network may come', null, exported({ ip_ranges: ['0.0.0.0/0'] })],
    ]),
  }),
};
