import { is } from '../model/truth';
import { control } from './control';

export const sniUsed = control({
  id: 'sni-used',
  area: 'in-transit',
  severity: 'low',
  gate: 'off',
  judges: 'certificate',
  title: 'Certificates are chosen by the name that is asked for (SNI)',
  failure: 'keeps addresses of its own for its certificate',
  why: 'Every client of the last decade says which name it asks for. Addresses kept for older ones are paid for each month, and serve clients without modern encryption.',
  fix: 'Serve by SNI only.',
  holds: ({ byName }) => byName && is(byName, (on) => on, 'certificate chosen by name'),
});
