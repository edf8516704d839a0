import { is, not } from '../model/truth';
import { control } from './control';

export const transitEncrypted = control({
  id: 'transit-encrypted',
  area: 'in-transit',
  severity: 'high',
  gate: 'block',
  judges: 'data-in-transit',
  title: 'Listeners, endpoints and engines accept encrypted connections only',
  failure: 'accepts plain-text connections',
  why: 'Whoever sits on the path reads and alters what passes in plain text. The provider offers encryption; accepting only that is yours to decide.',
  fix: 'Require TLS: an encrypted protocol for listeners, or a redirect to one; the in-transit encryption switch for engines.',
  holds: ({ plaintext }) => plaintext && not(is(plaintext, (accepted) => accepted, 'plain text')),
});
