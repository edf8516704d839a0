import { is } from '../model/truth';
import { control } from './control';

export const executionLogged = control({
  id: 'execution-logged',
  area: 'logging-audit',
  severity: 'low',
  gate: 'off',
  judges: 'audit-log',
  title: 'What an API does with requests is recorded',
  failure: 'keeps no record of what it does with requests',
  why: 'A line per request says that something went wrong; only the log of its execution says why.',
  fix: 'Set the logging level of the stage or API to errors at least.',
  holds: ({ scope, kept }) => (scope === 'execution' ? is(kept, (on) => on, 'execution log') : undefined),
});
