import { is } from '../model/truth';
import { control } from './control';

export const tlsModern = control({
  id: 'tls-modern',
  area: 'in-transit',
  severity: 'medium',
  gate: 'warn',
  judges: 'data-in-transit',
  title: 'TLS 1.2 is the oldest version accepted',
  failure: 'accepts TLS versions older than 1.2',
  why: 'SSL 3, TLS 1.0 and 1.1 have known breaks and are retired (RFC 8996). Which versions are accepted is set by you.',
  fix: 'Choose a security policy or minimum version of TLS 1.2 or later.',
  holds: ({ oldestTls }) =>
    oldestTls && is(oldestTls, (version) => version === '1.2' || version === '1.3', 'oldest TLS version accepted'),
});
