import { is } from '../model/truth';
import { control } from './control';

/** PCI DSS 4.0, 8.3.7: not one of the last four. The CIS benchmark (1.9) asks for 24. */
const enough = 4;

export const passwordReuseRefused = control({
  id: 'password-reuse-refused',
  area: 'client-users',
  severity: 'low',
  gate: 'note',
  judges: 'password-policy',
  title: 'Earlier passwords are refused',
  failure: 'accepts passwords that were used before',
  why: 'Whoever changes a stolen password back opens the door again.',
  fix: `Refuse at least the last ${String(enough)} passwords; 24 is the most IAM remembers.`,
  holds: ({ remembered }) => is(remembered, (count) => count >= enough, 'earlier passwords refused'),
});
