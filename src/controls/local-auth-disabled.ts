import { is } from '../model/truth';
import { control } from './control';

export const localAuthDisabled = control({
  id: 'local-auth-disabled',
  area: 'identity-access',
  severity: 'medium',
  gate: 'warn',
  judges: 'local-auth',
  title: "The cloud's identities are accepted instead of local passwords",
  failure: 'knows local passwords only',
  why: 'A password of its own is one more secret to keep, rotate and leak; identities of the cloud are short-lived and audited.',
  fix: "Switch authentication by the cloud's identities on.",
  holds: ({ cloudIdentity }) => is(cloudIdentity, (on) => on, "sign-in with the cloud's identities"),
});
