import { is } from '../model/truth';
import { control } from './control';

export const passwordLowercaseRequired = control({
  id: 'password-lowercase-required',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'password-policy',
  title: 'Passwords hold a small letter at least',
  failure: 'accepts passwords without small letters',
  why: 'Passwords of fewer classes of characters are guessed sooner.',
  fix: 'Require a small letter in the password policy.',
  holds: ({ classes }) => classes && is(classes.lowercase, (on) => on, 'small letters'),
});
