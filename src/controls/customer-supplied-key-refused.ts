import { is, not } from '../model/truth';
import { control } from './control';

export const customerSuppliedKeyRefused = control({
  id: 'customer-supplied-key-refused',
  area: 'key-management',
  severity: 'low',
  gate: 'off',
  judges: 'storage-at-rest',
  title: 'Keys are not supplied with each request',
  failure: 'is encrypted with keys that callers supply',
  why: 'Material that callers bring with each request cannot be rotated, audited or recovered by the account: whoever loses it loses the data.',
  fix: 'Encrypt with a key of the key-management service instead.',
  holds: ({ encryption }) =>
    not(is(encryption, (state) => state === 'customer-supplied', 'key of the encryption at rest')),
});
