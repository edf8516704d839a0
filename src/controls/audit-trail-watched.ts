import { is } from '../model/truth';
import { control } from './control';

export const auditTrailWatched = control({
  id: 'audit-trail-watched',
  area: 'logging-audit',
  severity: 'low',
  gate: 'note',
  judges: 'audit-log',
  title: 'What is recorded can raise an alarm',
  failure: 'sends its records where no alarm is raised on them',
  why: 'A record that lies in a bucket is read afterwards. Metric filters and alarms see a log group as it is written.',
  fix: 'Send the trail to CloudWatch Logs as well, and set alarms on what must not happen.',
  holds: ({ watched }) => watched && is(watched, (on) => on, 'delivery to a log group'),
});
