import { is } from '../model/truth';
import { control } from './control';

export const auditTrailComplete = control({
  id: 'audit-trail-complete',
  area: 'logging-audit',
  severity: 'medium',
  gate: 'warn',
  judges: 'audit-log',
  title: 'The trail of the account is complete',
  failure: 'keeps no complete trail',
  why: 'What happens in an unwatched region, or in a trail that can be rewritten, cannot be investigated.',
  fix: 'Record every region and the global services, and validate the log files.',
  holds: ({ scope, kept }) => (scope === 'trail' ? is(kept, (on) => on, 'complete trail') : undefined),
});
