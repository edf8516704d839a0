import { is } from '../model/truth';
import { control } from './control';

export const keyEnabled = control({
  id: 'key-enabled',
  area: 'key-management',
  severity: 'low',
  gate: 'off',
  judges: 'key',
  title: 'Keys are enabled',
  failure: 'is disabled',
  why: 'What a disabled key has encrypted cannot be read: neither the data nor its backups.',
  fix: 'Enable the key, or delete it after moving what it encrypts to another.',
  holds: ({ enabled }) => enabled && is(enabled, (on) => on, 'key enabled'),
});
