import { all, is, not } from '../model/truth';
import { control } from './control';

export const backendEncrypted = control({
  id: 'backend-encrypted',
  area: 'in-transit',
  severity: 'low',
  gate: 'off',
  judges: 'backend-transit',
  title: 'Traffic behind a front is encrypted, with TLS 1.2 or later',
  failure: 'speaks to what stands behind it without modern encryption',
  why: 'What a balancer or CDN decrypts travels on as plain text, or by a broken version of TLS, for whoever listens there.',
  fix: 'Let what stands behind speak HTTPS or TLS 1.2, and say so in the target group or origin.',
  holds: ({ plaintext, oldestTls }) =>
    all(
      not(is(plaintext, (on) => on, 'plain text behind the front')),
      ...(oldestTls
        ? [is(oldestTls, (version) => version === '1.2' || version === '1.3', 'oldest TLS version behind the front')]
        : []),
    ),
});
