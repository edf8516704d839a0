import { type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const type = 'google_data_fusion_instance';
const noun = 'Data Fusion instance';

export const dataFusionRows: ServiceRows = {
  service: 'data-fusion',
  controls: merged(keptStore(noun, type, 'crypto_key_config.key_reference'), {
    'no-public-address': { [noun]: terraformSetting(type, 'private_instance', true, false, 'fail') },
    'execution-logged': { [noun]: terraformSetting(type, 'enable_stackdriver_logging', true, false, 'fail') },
    'monitored-in-detail': { [noun]: terraformSetting(type, 'enable_stackdriver_monitoring', true, false, 'fail') },
  }),
};
