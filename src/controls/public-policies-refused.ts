import { is } from '../model/truth';
import { control } from './control';

export const publicPoliciesRefused = control({
  id: 'public-policies-refused',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'public-access-block',
  title: 'New public policies are refused, and somebody wrote so',
  failure: 'does not say that public policies are refused',
  why: 'One statement with a wildcard publishes everything in it.',
  fix: 'Switch the setting on that blocks public policies.',
  holds: ({ switches }) => switches && is(switches.blockPolicy, (on) => on, 'public policies blocked'),
});
