import { is, not } from '../model/truth';
import { control } from './control';

export const storageEncrypted = control({
  id: 'storage-encrypted',
  area: 'data-at-rest',
  severity: 'high',
  gate: 'block',
  judges: 'storage-at-rest',
  title: 'Stored data is encrypted at rest',
  failure: 'is not encrypted at rest',
  why: 'The provider encrypts what it is told to: whoever reads the medium, a snapshot or a copy reads the data. Whether it is encrypted is yours to decide.',
  fix: 'Switch encryption at rest on; the provider-managed key is enough for this control.',
  holds: ({ encryption }) => not(is(encryption, (state) => state === 'none', 'encryption at rest')),
});
