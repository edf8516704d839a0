import { is } from '../model/truth';
import { control } from './control';

export const publicBucketsRestricted = control({
  id: 'public-buckets-restricted',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'public-access-block',
  title: 'Public policies have no effect, and somebody wrote so',
  failure: 'does not say that public policies have no effect',
  why: 'A public policy that is there already keeps its effect unless it is restricted.',
  fix: 'Switch the setting on that restricts public buckets.',
  holds: ({ switches }) => switches && is(switches.restrict, (on) => on, 'public buckets restricted'),
});
