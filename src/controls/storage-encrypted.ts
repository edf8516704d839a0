import type { EncryptionState, StorageAtRest } from '../model/fact';
import { is, not } from '../model/truth';
import type { Settled } from '../model/value';
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
  holds: (fact) => not(is(onWhoseWord(fact), (state) => state === 'none', 'encryption at rest')),
});

/** Where nobody asked for it in writing, it is the platform that encrypts. */
function onWhoseWord({ encryption, requested }: StorageAtRest): Settled<EncryptionState> {
  const isAsked = requested?.state === 'unknown' || (requested?.value ?? false);
  return encryption.state === 'known' && encryption.because !== undefined && !isAsked
    ? { ...encryption, unwritten: true }
    : encryption;
}
