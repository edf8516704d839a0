import { is } from '../model/truth';
import { control } from './control';

export const mfaOffered = control({
  id: 'mfa-offered',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'multi-factor',
  title: 'People can use a second factor',
  failure: 'knows no second factor',
  why: 'Who wants to protect an account beyond its password must be able to.',
  fix: 'Switch the second factor on, or leave it to each user at least.',
  holds: ({ offered }) => offered && is(offered, (on) => on, 'second factor'),
});
