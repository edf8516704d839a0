import { is, not } from '../model/truth';
import { control } from './control';

export const keySingleRegion = control({
  id: 'key-single-region',
  area: 'key-management',
  severity: 'low',
  gate: 'off',
  judges: 'key',
  title: 'Key material stays in one region',
  failure: 'has its key material in several regions',
  why: 'Each copy is one more place to guard, and the data may then be read where it should not be.',
  fix: 'Make a key for each region, unless what is encrypted must be read in several.',
  holds: ({ multiRegion }) => multiRegion && not(is(multiRegion, (many) => many, 'copies of the key in other regions')),
});
