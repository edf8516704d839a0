import { is, not } from '../model/truth';
import { control } from './control';

export const noLongLivedCredentials = control({
  id: 'no-long-lived-credentials',
  area: 'client-users',
  severity: 'medium',
  gate: 'warn',
  judges: 'credential',
  title: 'Nobody signs in with a credential that works until it is taken away',
  failure: 'has a long-lived credential',
  why: 'A key or password that never expires keeps working for whoever finds it. Rotating and withdrawing it is left to you.',
  fix: 'Use roles for machines, and your identity provider for people; both issue credentials that expire by themselves.',
  holds: ({ longLived }) => not(is(longLived, (forever) => forever, 'long-lived credential')),
});
