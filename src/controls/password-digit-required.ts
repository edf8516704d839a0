import { is } from '../model/truth';
import { control } from './control';

export const passwordDigitRequired = control({
  id: 'password-digit-required',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'password-policy',
  title: 'Passwords hold a digit at least',
  failure: 'accepts passwords without digits',
  why: 'Passwords of fewer classes of characters are guessed sooner.',
  fix: 'Require a digit in the password policy.',
  holds: ({ classes }) => classes && is(classes.digit, (on) => on, 'digits'),
});
