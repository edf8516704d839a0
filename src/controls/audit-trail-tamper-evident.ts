import { is } from '../model/truth';
import { control } from './control';

export const auditTrailTamperEvident = control({
  id: 'audit-trail-tamper-evident',
  area: 'logging-audit',
  severity: 'low',
  gate: 'note',
  judges: 'audit-log',
  title: 'Records that were changed are noticed',
  failure: 'keeps records that can be rewritten unnoticed',
  why: 'Whoever breaks in likes to leave no trace. Digests that are signed as the records are written show what was changed or taken away.',
  fix: 'Switch log file validation on.',
  holds: ({ tamperEvident }) => tamperEvident && is(tamperEvident, (on) => on, 'validation of log files'),
});
