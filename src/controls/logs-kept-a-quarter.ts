import { is } from '../model/truth';
import { control } from './control';

/** @see CIS Microsoft Azure Foundations Benchmark: retention of flow logs and of database audits (90 days) */
export const logsKeptAQuarter = control({
  id: 'logs-kept-a-quarter',
  area: 'logging-audit',
  severity: 'low',
  gate: 'off',
  judges: 'retention',
  title: 'Records are kept for 90 days',
  failure: 'takes records away within 90 days',
  why: 'What somebody notices weeks later can be looked into only where records are left. Benchmarks ask for a quarter at least.',
  fix: 'Keep the records for 90 days at least; a year is better.',
  holds: ({ days }) => is(days, (count) => count >= 90, 'days that records are kept'),
});
