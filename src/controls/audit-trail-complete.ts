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
  why: 'What happens in a region that is not recorded cannot be investigated.',
  fix: 'Record every region, the global services and all management events.',
  holds: ({ scope, kept }) => (scope === 'trail' ? is(kept, (on) => on, 'complete trail') : undefined),
});
