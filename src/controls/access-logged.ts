import { is } from '../model/truth';
import { control } from './control';

export const accessLogged = control({
  id: 'access-logged',
  area: 'logging-audit',
  severity: 'medium',
  gate: 'warn',
  judges: 'audit-log',
  title: 'Requests are recorded',
  failure: 'keeps no record of requests',
  why: 'Without a record nobody can say afterwards who read or changed what. The provider keeps its own; yours is for you to switch on.',
  fix: 'Switch access logging on, and send the records where whoever works here cannot change them.',
  holds: ({ scope, kept }) => (scope === 'access' ? is(kept, (on) => on, 'record of requests') : undefined),
});
