import { is } from '../model/truth';
import { control } from './control';

export const initialPasswordChanged = control({
  id: 'initial-password-changed',
  area: 'client-users',
  severity: 'low',
  gate: 'note',
  judges: 'initial-password',
  title: 'A password that somebody else chose is changed at first sign-in',
  failure: 'may keep the password that somebody else chose',
  why: 'Whoever made the account, or reads the code or the state, knows the password until its owner changes it.',
  fix: 'Require a new password at the first sign-in.',
  holds: ({ mustChange }) => is(mustChange, (must) => must, 'change at first sign-in'),
});
