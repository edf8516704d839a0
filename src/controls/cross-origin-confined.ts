import { is, not } from '../model/truth';
import { control } from './control';

export const crossOriginConfined = control({
  id: 'cross-origin-confined',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'cross-origin',
  title: 'Only named web pages may read across origins',
  failure: 'lets web pages of any origin read it',
  why: 'A wildcard lets every page that a signed-in visitor opens call it from the browser.',
  fix: 'Name the origins of your own pages.',
  holds: ({ everywhere }) => not(is(everywhere, (open) => open, 'any origin')),
});
