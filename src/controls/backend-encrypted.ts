import { is, not } from '../model/truth';
import { control } from './control';

export const backendEncrypted = control({
  id: 'backend-encrypted',
  area: 'in-transit',
  severity: 'low',
  gate: 'off',
  judges: 'backend-transit',
  title: 'Traffic behind a balancer is encrypted',
  failure: 'speaks to its targets in plain text',
  why: 'What the balancer decrypts travels on through your network as plain text, for whoever listens there.',
  fix: 'Let the targets speak HTTPS or TLS, and say so in the target group.',
  holds: ({ plaintext }) => not(is(plaintext, (on) => on, 'plain text to targets')),
});
