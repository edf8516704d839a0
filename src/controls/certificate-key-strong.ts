import { is } from '../model/truth';
import { control } from './control';

export const certificateKeyStrong = control({
  id: 'certificate-key-strong',
  area: 'key-management',
  severity: 'low',
  gate: 'note',
  judges: 'certificate',
  title: 'Keys of certificates are long enough',
  failure: 'has a certificate with a short key',
  why: 'A short key can be broken in the lifetime of what it protects.',
  fix: 'Ask for a certificate with an elliptic-curve key, or with an RSA key of 2048 bits or more.',
  holds: ({ keyStrong }) => keyStrong && is(keyStrong, (strong) => strong, 'key of the certificate'),
});
