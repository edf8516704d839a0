import { is } from '../model/truth';
import { control } from './control';

export const certificateNamed = control({
  id: 'certificate-named',
  area: 'key-management',
  severity: 'low',
  gate: 'off',
  judges: 'certificate',
  title: 'Certificates are for hosts by name',
  failure: 'is for every host of a domain',
  why: 'Whoever holds the key of a wildcard certificate can pass for any host of the domain.',
  fix: 'Name the hosts that the certificate is for.',
  holds: ({ named }) => named && is(named, (on) => on, 'host names'),
});
