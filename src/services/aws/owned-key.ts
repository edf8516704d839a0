import type { EncryptionState } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { known, type Settled } from '../../model/value';
import { alwaysEncrypted } from './key-custody';

/** The state of a store whose key property may also say that AWS's own key is meant: `AWS_OWNED_KMS_KEY`. */
export function ownedOrNamedKey(key: Property, graph: ResourceGraph, because: string): Settled<EncryptionState> {
  const name = key.text();
  return name.state === 'known' && name.value === 'AWS_OWNED_KMS_KEY'
    ? known('provider-key', key.at)
    : alwaysEncrypted(key, graph, 'provider-key', because);
}
