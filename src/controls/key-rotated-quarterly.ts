import { is } from '../model/truth';
import { control } from './control';

/** @see CIS Google Cloud Platform Foundations Benchmark 1.10 (90 days) */
export const keyRotatedQuarterly = control({
  id: 'key-rotated-quarterly',
  area: 'key-management',
  severity: 'low',
  gate: 'off',
  judges: 'key',
  title: 'Keys change every 90 days',
  failure: 'keeps its key material for more than 90 days',
  why: 'Benchmarks ask for new material every quarter; the longer a key is used, the more it would give away.',
  fix: 'Rotate the key every 90 days at least.',
  holds: ({ rotationDays }) => rotationDays && is(rotationDays, (days) => days <= 90, 'days between rotations'),
});
