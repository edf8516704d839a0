import { is, not } from '../model/truth';
import { control } from './control';

export const accessKeySingle = control({
  id: 'access-key-single',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'credential',
  title: 'A user has one access key that works',
  failure: 'has several access keys that work',
  why: 'The second key is there to replace the first. Where both stay, one is forgotten, and nobody sees who uses which.',
  fix: 'Switch the old key off and delete it.',
  holds: ({ several }) => several && not(is(several, (on) => on, 'another key')),
});
