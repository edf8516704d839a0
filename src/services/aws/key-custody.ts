import type { EncryptionState } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { chain, known, unknown, type Place, type Settled } from '../../model/value';

const keyTypes = [
  'AWS::KMS::Key',
  'AWS::KMS::ReplicaKey',
  'aws_kms_key',
  'aws_kms_replica_key',
  'aws_kms_external_key',
];
const aliasTypes = ['AWS::KMS::Alias', 'aws_kms_alias'];

/**
 * Whose key encrypts: `customer-key`, `provider-kms` (an `aws/...` key in the account), or one of the two.
 *
 * @param key the property that names a KMS key by id, ARN or alias.
 * @returns `without` where no key is named.
 */
export function keyCustody(
  key: Property,
  graph: ResourceGraph,
  without: Settled<EncryptionState>,
): Settled<EncryptionState> {
  return chain(eitherWay(key.present()), (present) => (present ? custodyOf(key, graph) : without));
}

/** A switch of which nothing is known is on or off: where both come to the same, it does not matter. */
export const eitherWay = (flag: Settled<boolean>): Settled<boolean> =>
  flag.state === 'unknown' && !flag.among ? { ...flag, among: [true, false] } : flag;

function custodyOf(key: Property, graph: ResourceGraph): Settled<EncryptionState> {
  const link = graph.follow(key, [...keyTypes, ...aliasTypes]);
  if (link.state === 'linked') {
    if (link.resource.mode === 'data') return ofLookup(link.resource, key.at);
    if (!aliasTypes.includes(link.resource.type)) return known('customer-key', key.at);
    const name = link.resource.properties
      .get(link.resource.vocabulary === 'cloudformation' ? 'AliasName' : 'name')
      .text();
    // An alias that the input creates cannot be one of AWS's own: `alias/aws/` is reserved.
    return known(name.state === 'known' ? ofName(name.value) : 'customer-key', key.at);
  }
  if (link.state === 'outside') return known(ofName(link.value), key.at);
  const why = link.state === 'unknown' ? link.why : 'the key is not known';
  return unknown(why, key.at, ['customer-key', 'provider-kms']);
}

/** A key that is looked up by its name, id or ARN says itself who manages it, once it is read. */
function ofLookup({ properties }: Resource, at: Place): Settled<EncryptionState> {
  const manager = properties.get('key_manager').text();
  if (manager.state === 'known') return known(manager.value === 'AWS' ? 'provider-kms' : 'customer-key', at);
  const [name] = [properties.get('name').text(), properties.get('key_id').text()].filter(
    (text) => text.state === 'known',
  );
  return name ? known(ofName(name.value), at) : unknown('the key is looked up', at, ['customer-key', 'provider-kms']);
}

/** `alias/aws/...` names a key that AWS manages; every other name or ARN is the customer's to manage. */
const ofName = (name: string): EncryptionState =>
  /(^|:)alias\/aws\//.test(name) || name.startsWith('aws/') ? 'provider-kms' : 'customer-key';

/**
 * The state of a store that has a switch and a key: what it is when off, and what it is when on without a key.
 */
export function encryptionBySwitch(
  on: Settled<boolean>,
  key: Property,
  graph: ResourceGraph,
  states: { readonly off: EncryptionState; readonly on: EncryptionState },
): Settled<EncryptionState> {
  return chain(eitherWay(on), (switched): Settled<EncryptionState> =>
    switched
      ? keyCustody(key, graph, known(states.on, on.at, on.state === 'known' ? on.because : undefined))
      : known(states.off, on.at, on.state === 'known' ? on.because : undefined),
  );
}

/** The state of a store that is always encrypted: `state` where no key is named, on the word of `because`. */
export const alwaysEncrypted = (
  key: Property,
  graph: ResourceGraph,
  state: EncryptionState,
  because: string,
): Settled<EncryptionState> => keyCustody(key, graph, known(state, key.at, because));
