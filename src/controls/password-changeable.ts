import { is } from '../model/truth';
import { control } from './control';

export const passwordChangeable = control({
  id: 'password-changeable',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'password-policy',
  title: 'People may change their own passwords',
  failure: 'does not let people change their passwords',
  why: 'A password that its owner cannot change stays after it has become known, until an administrator finds the time.',
  fix: 'Let users change their own passwords.',
  holds: ({ changeable }) => changeable && is(changeable, (on) => on, 'change of the own password'),
});
