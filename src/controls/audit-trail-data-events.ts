import { is } from '../model/truth';
import { control } from './control';

export const auditTrailDataEvents = control({
  id: 'audit-trail-data-events',
  area: 'logging-audit',
  severity: 'low',
  gate: 'off',
  judges: 'audit-log',
  title: 'Who reads and writes data is recorded',
  failure: 'does not record who reads and writes data',
  why: 'By default a trail records who manages resources, not who reads an object or calls a function. Recording that costs by the event.',
  fix: 'Add event selectors for the data that matters.',
  holds: ({ dataEvents }) => dataEvents && is(dataEvents, (on) => on, 'data events'),
});
