import { is } from '../model/truth';
import { control } from './control';

export const signInRequired = control({
  id: 'sign-in-required',
  area: 'identity-access',
  severity: 'high',
  gate: 'block',
  judges: 'sign-in',
  title: 'Callers must sign in',
  failure: 'can be called without signing in',
  why: 'The provider answers whoever you tell it to answer. Without an authorizer, that is everyone.',
  fix: 'Require an authorizer: IAM, a user pool, a token or function authorizer.',
  // What the network keeps strangers from has a control of its own, which does not block.
  holds: ({ required, inside }) => (inside ? undefined : is(required, (on) => on, 'sign-in')),
});
