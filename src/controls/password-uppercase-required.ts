import { is } from '../model/truth';
import { control } from './control';

export const passwordUppercaseRequired = control({
  id: 'password-uppercase-required',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'password-policy',
  title: 'Passwords hold a capital letter at least',
  failure: 'accepts passwords without capital letters',
  why: 'Passwords of fewer classes of characters are guessed sooner.',
  fix: 'Require a capital letter in the password policy.',
  holds: ({ classes }) => classes && is(classes.uppercase, (on) => on, 'capital letters'),
});
