import { all, is } from '../model/truth';
import { control } from './control';

/** Length and reuse as in the CIS AWS Foundations Benchmark 1.8 and 1.9; classes as in Security Hub IAM.11 to IAM.14. */
const enough = { length: 14, remembered: 24 } as const;

export const passwordPolicyStrong = control({
  id: 'password-policy-strong',
  area: 'client-users',
  severity: 'medium',
  gate: 'warn',
  judges: 'password-policy',
  title: 'Passwords are long, mixed and not used again',
  failure: 'accepts weak passwords',
  why: 'The provider refuses the passwords you tell it to refuse, and few others.',
  fix: `Require ${String(enough.length)} characters of all four classes, and refuse the last ${String(enough.remembered)} passwords.`,
  holds: ({ minimumLength, everyClass, remembered }) =>
    all(
      is(minimumLength, (length) => length >= enough.length, 'minimum length'),
      is(everyClass, (required) => required, 'every class of characters'),
      is(remembered, (count) => count >= enough.remembered, 'earlier passwords refused'),
    ),
});
