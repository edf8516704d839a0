import { is } from '../model/truth';
import { control } from './control';

export const secretManaged = control({
  id: 'secret-managed',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'managed-secret',
  title: 'Passwords are kept by a service made for it',
  failure: 'has a password that is handed to it',
  why: 'A password that passes through parameters and pipelines is seen on the way, and stays as it is until somebody changes it.',
  fix: 'Let the service manage the password, or refer to a secret of Secrets Manager.',
  holds: ({ managed }) => is(managed, (on) => on, 'managed password'),
});
