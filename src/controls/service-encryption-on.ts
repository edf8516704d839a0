import { is, not } from '../model/truth';
import { control } from './control';

export const serviceEncryptionOn = control({
  id: 'service-encryption-on',
  area: 'data-at-rest',
  severity: 'low',
  gate: 'off',
  judges: 'storage-at-rest',
  title: 'The service encrypts by itself, beside its disks',
  failure: 'leaves encryption to its disks',
  why: 'Encrypted disks guard against a stolen disk; whoever may call the service sees the data. A key of the account must be granted, and its use is recorded.',
  fix: 'Switch server-side encryption on.',
  holds: ({ encryption }) =>
    not(is(encryption, (state) => state === 'none' || state === 'provider-disk', 'encryption by the service')),
});
