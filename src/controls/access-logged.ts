import { is } from '../model/truth';
import { control } from './control';

export const accessLogged = control({
  id: 'access-logged',
  area: 'logging-audit',
  severity: 'medium',
  // Whether records are worth their store is for each team to say: it warns nobody who has not asked.
  gate: 'note',
  judges: 'audit-log',
  title: 'Requests are recorded',
  failure: 'keeps no record of requests',
  why: 'Without a record nobody can say afterwards who read or changed what. The provider keeps its own; yours is for you to switch on.',
  fix: 'Switch access logging on, and send the records where whoever works here cannot change them.',
  holds: ({ scope, kept }) => (scope === 'access' ? is(kept, (on) => on, 'record of requests') : undefined),
});
