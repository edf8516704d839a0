import { all, is } from '../model/truth';
import { control } from './control';

/** Length as in the CIS AWS Foundations Benchmark 1.8, classes as in Security Hub IAM.11 to IAM.14. */
const enough = 14;

export const passwordPolicyStrong = control({
  id: 'password-policy-strong',
  area: 'client-users',
  severity: 'medium',
  gate: 'warn',
  judges: 'password-policy',
  title: 'Passwords are long and mixed',
  failure: 'accepts weak passwords',
  why: 'The provider refuses the passwords you tell it to refuse, and few others.',
  fix: `Require at least ${String(enough)} characters, of all four classes.`,
  holds: ({ minimumLength, everyClass }) =>
    all(
      is(minimumLength, (length) => length >= enough, 'minimum length'),
      is(everyClass, (required) => required, 'every class of characters'),
    ),
});
