import { is } from '../model/truth';
import { control } from './control';

export const passwordSymbolRequired = control({
  id: 'password-symbol-required',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'password-policy',
  title: 'Passwords hold a symbol at least',
  failure: 'accepts passwords without symbols',
  why: 'Passwords of fewer classes of characters are guessed sooner.',
  fix: 'Require a symbol in the password policy.',
  holds: ({ classes }) => classes && is(classes.symbol, (on) => on, 'symbols'),
});
