import { is } from '../model/truth';
import { control } from './control';

export const executionLogged = control({
  id: 'execution-logged',
  area: 'logging-audit',
  severity: 'low',
  gate: 'off',
  judges: 'audit-log',
  title: 'What a service does with requests is recorded',
  failure: 'keeps no record of what it does with requests',
  why: 'A line per request says that something went wrong; only the log of its execution says why.',
  fix: 'Switch on the log that says why, not only that: the logging level of an API, the logs of an app, a cluster or a firewall.',
  holds: ({ scope, kept }) => (scope === 'execution' ? is(kept, (on) => on, 'execution log') : undefined),
});
