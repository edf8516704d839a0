import { is } from '../model/truth';
import { control } from './control';

export const mfaRequired = control({
  id: 'mfa-required',
  area: 'client-users',
  severity: 'high',
  gate: 'warn',
  judges: 'multi-factor',
  title: 'People sign in with a second factor',
  failure: 'can sign in by password alone',
  why: 'Passwords are guessed, reused and phished. Whether a second factor stands behind them is for you to require.',
  fix: 'Require a second factor: deny everything without aws:MultiFactorAuthPresent, or let people sign in through your identity provider.',
  holds: ({ required }) => is(required, (on) => on, 'second factor'),
});
