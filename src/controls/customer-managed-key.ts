import { is } from '../model/truth';
import { control } from './control';

export const customerManagedKey = control({
  id: 'customer-managed-key',
  area: 'key-management',
  severity: 'medium',
  gate: 'off',
  judges: 'storage-at-rest',
  title: 'Stored data is encrypted with a key the customer manages',
  failure: 'is not encrypted with a customer-managed key',
  why: 'With a key of the provider, you can neither restrict who decrypts by key policy, nor revoke, rotate or audit it on your own terms.',
  fix: 'Name a customer-managed key for the encryption at rest.',
  holds: ({ encryption }) => is(encryption, (state) => state.startsWith('customer-'), 'key of the encryption at rest'),
});
