import { is } from '../model/truth';
import { control } from './control';

export const mfaRequired = control({
  id: 'mfa-required',
  area: 'client-users',
  severity: 'high',
  gate: 'warn',
  judges: 'multi-factor',
  title: 'People sign in with a second factor',
  failure: 'lets people sign in by password alone',
  why: 'Passwords are guessed, reused and phished. Whether a second factor stands behind them is for you to require.',
  fix: 'Require a second factor: in the pool, tenant or sign-in policy itself; for IAM users of AWS by a policy that denies everything without aws:MultiFactorAuthPresent.',
  holds: ({ of, required }) => (of === 'group' ? undefined : is(required, (on) => on, 'second factor')),
});
