import { is } from '../model/truth';
import { control } from './control';

export const requestsTraced = control({
  id: 'requests-traced',
  area: 'logging-audit',
  severity: 'low',
  gate: 'off',
  judges: 'tracing',
  title: 'Requests are followed from service to service',
  failure: 'is not traced',
  why: 'Without traces, nobody can tell afterwards by which way a request came.',
  fix: 'Switch tracing on.',
  holds: ({ on }) => is(on, (tracing) => tracing, 'tracing'),
});
