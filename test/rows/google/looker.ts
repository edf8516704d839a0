import { type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, secretRows, terraformSetting } from './kept-store';

const type = 'google_looker_instance';
const noun = 'Looker instance';

export const lookerRows: ServiceRows = {
  service: 'looker',
  controls: merged(keptStore(noun, type, 'encryption_config.kms_key_name'), {
    'front-private': { [noun]: terraformSetting(type, 'public_ip_enabled', false, true, 'fail') },
    'no-secret-in-clear': { 'client secret': secretRows(type, 'oauth_config.client_secret') },
  }),
};
