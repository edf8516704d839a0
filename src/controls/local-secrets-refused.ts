import { is } from '../model/truth';
import { control } from './control';

export const localSecretsRefused = control({
  id: 'local-secrets-refused',
  area: 'identity-access',
  severity: 'medium',
  gate: 'note',
  judges: 'local-auth',
  title: 'Nobody comes in with a password or key of the service',
  failure: 'lets callers in with a password or key of its own',
  why: 'A key of the service is shared, does not say who used it, and works until somebody changes it. As long as it is accepted, roles and multi-factor sign-in can be passed by.',
  fix: "Switch local authentication (access keys, SQL logins) off, and give callers roles of the cloud's identities.",
  holds: ({ refused }) => refused && is(refused, (on) => on, 'local authentication refused'),
});
