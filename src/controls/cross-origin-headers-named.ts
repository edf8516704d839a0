import { is, not } from '../model/truth';
import { control } from './control';

export const crossOriginHeadersNamed = control({
  id: 'cross-origin-headers-named',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'cross-origin',
  title: 'Callers from other sites may send the headers that are named',
  failure: 'takes whatever header callers from other sites send',
  why: 'Headers carry credentials and steer what stands behind; those that are not needed only serve an attack.',
  fix: 'Name the headers that are needed.',
  holds: ({ anyHeader }) => anyHeader && not(is(anyHeader, (any) => any, 'allowed headers')),
});
