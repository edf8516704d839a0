import { is } from '../model/truth';
import { control } from './control';

/** CIS AWS Foundations Benchmark, 1.9, and Security Hub IAM.16. It is the most that IAM and Cognito remember. */
const most = 24;

export const passwordHistoryLong = control({
  id: 'password-history-long',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'password-policy',
  title: 'As many earlier passwords are refused as can be',
  failure: 'forgets earlier passwords sooner than it must',
  why: 'Who must change a password often goes round in a circle: the longer it is, the less a stolen one is worth.',
  fix: `Refuse the last ${String(most)} passwords.`,
  holds: ({ remembered }) => is(remembered, (count) => count >= most, 'earlier passwords refused'),
});
