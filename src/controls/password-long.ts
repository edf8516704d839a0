import { is } from '../model/truth';
import { control } from './control';

export const passwordLong = control({
  id: 'password-long',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'password-policy',
  title: 'Passwords are fourteen characters long at least',
  failure: 'accepts short passwords',
  why: 'Each character more makes a password many times harder to guess.',
  fix: 'Set the minimum length to 14 or more.',
  holds: ({ minimumLength }) => is(minimumLength, (length) => length >= 14, 'minimum length'),
});
