import { is } from '../model/truth';
import { control } from './control';

export const logsKept = control({
  id: 'logs-kept',
  area: 'logging-audit',
  severity: 'low',
  gate: 'note',
  judges: 'retention',
  title: 'Records are kept for a year',
  failure: 'takes records away within a year',
  why: 'Intrusions are found months later; standards ask for twelve months (PCI DSS 10.5.1).',
  fix: 'Keep the records for 365 days at least, or for ever.',
  holds: ({ days }) => is(days, (count) => count >= 365, 'days that records are kept'),
});
