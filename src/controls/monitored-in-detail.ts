import { is } from '../model/truth';
import { control } from './control';

export const monitoredInDetail = control({
  id: 'monitored-in-detail',
  area: 'logging-audit',
  severity: 'low',
  gate: 'off',
  judges: 'monitoring',
  title: 'What runs is measured closely',
  failure: 'is not measured in detail',
  why: 'Load that nobody expects is often the first sign of misuse, and coarse averages hide it.',
  fix: 'Switch detailed monitoring on.',
  holds: ({ detailed }) => is(detailed, (on) => on, 'detailed monitoring'),
});
