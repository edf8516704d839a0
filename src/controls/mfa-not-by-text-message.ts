import { is } from '../model/truth';
import { control } from './control';

export const mfaNotByTextMessage = control({
  id: 'mfa-not-by-text-message',
  area: 'client-users',
  severity: 'low',
  gate: 'note',
  judges: 'multi-factor',
  title: 'The second factor is not a text message alone',
  failure: 'knows no second factor but text messages',
  why: 'Phone numbers are taken over and text messages read on the way; NIST SP 800-63B restricts their use.',
  fix: 'Allow an authenticator app or a passkey.',
  holds: ({ beyondTextMessage }) => beyondTextMessage && is(beyondTextMessage, (more) => more, 'second factors'),
});
