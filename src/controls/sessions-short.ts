import { is } from '../model/truth';
import { control } from './control';

/** Half a working day. */
const longest = 4 * 60 * 60;

export const sessionsShort = control({
  id: 'sessions-short',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'session',
  title: 'Sessions end within hours',
  failure: 'lets sessions go on for long',
  why: 'Stolen session credentials work until the session ends, and cannot be taken back one by one.',
  fix: 'Let sessions end after four hours at most; one is the default of roles and permission sets.',
  holds: ({ seconds }) => is(seconds, (length) => length <= longest, 'length of a session in seconds'),
});
