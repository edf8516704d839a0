import { is } from '../model/truth';
import { control } from './control';

export const publicAddressRefused = control({
  id: 'public-address-refused',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'address-refusal',
  title: 'What machines are started from refuses public addresses in so many words',
  failure: 'leaves it to the subnet whether machines get a public address',
  why: 'Where nothing is said the subnet decides, and default subnets assign public addresses.',
  fix: 'Say that no public address is associated.',
  holds: ({ written }) => is(written, (refused) => refused, 'association of a public address'),
});
