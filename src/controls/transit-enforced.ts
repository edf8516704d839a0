import { is } from '../model/truth';
import { control } from './control';

export const transitEnforced = control({
  id: 'transit-enforced',
  area: 'in-transit',
  severity: 'medium',
  gate: 'warn',
  judges: 'transit-enforcement',
  title: 'Clients that do not use encryption are refused',
  failure: 'does not refuse clients that do not use encryption',
  why: 'The service offers encryption, and still serves those who do without. Refusing them is a policy or switch of yours.',
  fix: 'Deny requests for which aws:SecureTransport is false, or switch the force-TLS setting on.',
  holds: ({ enforced }) => is(enforced, (on) => on, 'encryption of connections enforced'),
});
