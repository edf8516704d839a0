import { is } from '../model/truth';
import { control } from './control';

export const keyRotation = control({
  id: 'key-rotation',
  area: 'key-management',
  severity: 'medium',
  gate: 'warn',
  judges: 'key',
  title: 'Keys that can rotate by themselves do',
  failure: 'does not rotate its key material',
  why: 'The longer one key material serves, the more data a single leak opens. The provider rotates it for you, when you ask for it.',
  fix: 'Switch automatic key rotation on.',
  holds: ({ rotated }) => rotated && is(rotated, (on) => on, 'automatic rotation'),
});
