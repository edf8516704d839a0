import { is } from '../model/truth';
import { control } from './control';

/** What documentation and consoles call the first user, and what is therefore tried first. */
const wellKnown =
  /^(admin|administrator|adminuser|awsuser|dba|elastic|master|mysql|oracle|postgres|root|sa|sysadmin|user)$/i;

export const administratorNameOwn = control({
  id: 'administrator-name-own',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'administrator-name',
  title: 'Administrators do not have the name that everybody tries first',
  failure: 'has an administrator of a well-known name',
  why: 'Whoever guesses passwords begins with the names of the documentation: with one of your own, both must be guessed.',
  fix: 'Choose a name of your own when you create it. It cannot be changed afterwards.',
  holds: ({ name }) => is(name, (text) => !wellKnown.test(text), 'name of the administrator'),
});
