import { is } from '../model/truth';
import { control } from './control';

export const flowLogsOn = control({
  id: 'flow-logs-on',
  area: 'logging-audit',
  severity: 'medium',
  gate: 'warn',
  judges: 'audit-log',
  title: 'Connections in networks are recorded',
  failure: 'keeps no record of connections',
  why: 'Without flow logs nobody can say afterwards what an intruder reached.',
  fix: 'Make a flow log for the network.',
  holds: ({ scope, kept }) => (scope === 'flow' ? is(kept, (on) => on, 'flow log') : undefined),
});
