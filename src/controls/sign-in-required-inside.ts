import { is } from '../model/truth';
import { control } from './control';

export const signInRequiredInside = control({
  id: 'sign-in-required-inside',
  area: 'identity-access',
  severity: 'medium',
  gate: 'warn',
  judges: 'sign-in',
  title: 'Caches and brokers ask clients of their own network to sign in, too',
  failure: 'serves everything inside its network without sign-in',
  why: 'The network keeps strangers out. Whoever gets hold of one machine inside reads and changes everything here.',
  fix: 'Give it a user group, an access control list or IAM sign-in; an auth token at least.',
  holds: ({ required, inside }) => (inside ? is(required, (on) => on, 'sign-in') : undefined),
});
