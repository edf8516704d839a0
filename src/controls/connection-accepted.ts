import { is } from '../model/truth';
import { control } from './control';

export const connectionAccepted = control({
  id: 'connection-accepted',
  area: 'network-controls',
  severity: 'medium',
  gate: 'warn',
  judges: 'acceptance',
  title: 'Networks of others are connected only after somebody has accepted them',
  failure: 'connects networks of others without asking',
  why: 'Whoever may ask is connected at once. The provider keeps networks apart until you say otherwise, and here you said so for everyone who asks.',
  fix: 'Require acceptance, and accept each request by hand or by a process that checks it.',
  holds: ({ required }) => is(required, (on) => on, 'acceptance of each request'),
});
