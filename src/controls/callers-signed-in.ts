import { is } from '../model/truth';
import { control } from './control';

export const callersSignedIn = control({
  id: 'callers-signed-in',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'front-guard',
  title: 'Callers sign in before the application sees them',
  failure: 'passes callers on who have not signed in',
  why: 'An application that checks its callers itself has every flaw of that check in the open. The platform can turn strangers away first; whether it does is set by you.',
  fix: "Switch the platform's authentication on, and have callers without a session redirected or refused.",
  holds: ({ guard, kept }) => (guard === 'sign-in' ? is(kept, (on) => on, 'sign-in at the front') : undefined),
});
