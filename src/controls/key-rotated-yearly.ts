import { is } from '../model/truth';
import { control } from './control';

export const keyRotatedYearly = control({
  id: 'key-rotated-yearly',
  area: 'key-management',
  severity: 'low',
  gate: 'off',
  judges: 'key',
  title: 'Keys change every year',
  failure: 'keeps its key material for more than a year',
  why: 'Standards ask for new material every year (PCI DSS 3.7.4); the longer a key is used, the more it would give away.',
  fix: 'Rotate the key every 365 days at least.',
  holds: ({ rotationDays }) => rotationDays && is(rotationDays, (days) => days <= 365, 'days between rotations'),
});
