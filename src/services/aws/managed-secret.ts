import type { EncryptionState, ManagedSecret, StorageAtRest } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { chain, known, otherwise, type Settled } from '../../model/value';
import type { About } from './database-upkeep';
import { eitherWay, keyCustody } from './key-custody';

/** How a service is given the password of its first user. */
interface Handed {
  /** The switch by which the service makes and keeps the password itself. */
  readonly managed: Property;
  readonly passwords: readonly Property[];
  /** Names the key that the kept password is encrypted with. */
  readonly key?: Property;
}

/**
 * Whether a password is kept by Secrets Manager, and by whose key. A database that is made from another has the password
 * of that, and says nothing.
 */
export function* managedSecretFacts(
  about: About,
  { managed, passwords, key }: Handed,
  graph: ResourceGraph,
): Iterable<ManagedSecret | StorageAtRest> {
  const set = passwords.filter((password) => isSet(password.present()));
  const flag = otherwise(managed.flag(), false, 'a password is handed to it by default');
  if (set.length === 0 && !isSet(flag)) return;
  yield {
    kind: 'managed-secret',
    managed: settledTruth(
      any(
        is(flag, (on) => on, 'password managed by the service'),
        ...set.map((one) => fromStore(one, graph)),
      ),
      managed.at,
    ),
    ...about,
  };
  if (key && isSet(flag)) yield* keyedWhere(about, flag, key, graph);
}

const isSet = (flag: Settled<boolean>): boolean => flag.state === 'unknown' || flag.value;

/** What is kept beside the data where a switch is on: always encrypted, with AWS's key unless another is named. */
export function* keyedWhere(
  about: About,
  on: Settled<boolean>,
  key: Property,
  graph: ResourceGraph,
): Iterable<StorageAtRest> {
  if (!isSet(on)) return;
  const provider = known<EncryptionState>('provider-kms', key.at, "AWS's key unless another is named");
  const encryption = keyCustody(key, graph, provider);
  yield {
    kind: 'storage-at-rest',
    encryption: chain(eitherWay(on), (used) => (used ? encryption : known('customer-key', on.at, 'not used'))),
    ...about,
  };
}

/**
 * The same where a service takes its password from Secrets Manager by a switch, or by a reference. Whoever writes neither
 * hands nothing over, and has nothing kept.
 */
export function storedSecretFact(
  about: About,
  passwords: readonly Property[],
  graph: ResourceGraph,
  fromSecretsManager?: Property,
): ManagedSecret {
  const [first] = passwords;
  const switched = fromSecretsManager && otherwise(fromSecretsManager.flag(), false, 'a secret is used when told to');
  const at = (fromSecretsManager ?? first)?.at ?? { id: about.subject.id, path: [] };
  return {
    kind: 'managed-secret',
    managed: settledTruth(
      any(
        truth(false, at, 'no password from a store'),
        ...(switched ? [is(switched, (on) => on, 'password from Secrets Manager')] : []),
        ...passwords.map((one) => fromStore(one, graph)),
      ),
      at,
    ),
    ...about,
  };
}

/** A reference to Secrets Manager or to a SecureString of Parameter Store, as text or by a resource. */
function fromStore(password: Property, graph: ResourceGraph): Truth {
  const parts = password.parts();
  const written = parts.state === 'known' ? parts.value.filter((part) => typeof part === 'string').join('') : '';
  const named = password.references().some(({ id }) => /secrets_?manager/i.test(graph.byIdentity(id)?.type ?? ''));
  const note = 'password from a store of secrets';
  if (named || /\{\{resolve:(secretsmanager|ssm-secure):/.test(written)) return truth(true, password.at, note);
  return truth(false, password.at, `${note} (it is handed over)`);
}
