import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';
import { keptStore, terraformSetting } from './kept-store';

const type = 'google_spanner_database';
const noun = 'Spanner database';
const within = (instance: object) =>
  system(
    { instance: refer('home', 'name') },
    { home: { type: 'google_spanner_instance', properties: { name: 'i', ...instance } } },
  );

export const spannerRows: ServiceRows = {
  service: 'spanner',
  controls: merged(keptStore(noun, type, 'encryption_config.kms_key_name'), {
    'deletion-protected': {
      [noun]: terraformSetting(type, 'deletion_protection', true, false, 'pass', [
        ['pass', 'the service refuses', null, { deletion_protection: false, enable_drop_protection: true }],
      ]),
    },
    versioned: { [noun]: { cloudformation: null, terraform: type, rows: [['pass', 'nothing is said', null, {}]] } },
    'backup-kept': {
      [noun]: {
        cloudformation: null,
        terraform: type,
        rows: [
          ['undecided', 'its instance is not in sight', null, { instance: 'elsewhere' }],
          ['undecided', 'its instance says nothing', null, within({})],
          ['pass', 'its instance makes them', null, within({ default_backup_schedule_type: 'AUTOMATIC' })],
          ['fail', 'its instance makes none', null, within({ default_backup_schedule_type: 'NONE' })],
          ['undecided', 'what its instance makes is a variable', null, within({ default_backup_schedule_type: unknown })],
          ['pass', 'a schedule stands beside it', null, system({ name: 'd' }, { schedule: { type: 'google_spanner_backup_schedule', properties: { database: refer('it', 'name'), retention_duration: '86400s' } } })],
        ],
      },
    }, // prettier-ignore
  }),
};
