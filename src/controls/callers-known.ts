import { any, is } from '../model/truth';
import { control } from './control';

export const callersKnown = control({
  id: 'callers-known',
  area: 'identity-access',
  severity: 'low',
  gate: 'note',
  judges: 'sign-in',
  title: 'Callers of an API sign in, or send a key at least',
  failure: 'is called by anybody',
  why: 'An API that asks callers for nothing cannot tell a client from a stranger, nor stop one of them.',
  fix: 'Require sign-in; where the API is for everyone, require an API key, so that single callers can be stopped.',
  holds: ({ required, callerKey }) =>
    callerKey &&
    any(
      is(required, (on) => on, 'sign-in'),
      is(callerKey, (on) => on, 'API key'),
    ),
});
