import { withKey } from './addresses';
import { policyDocument, policyDocumentType } from './aws/policy-document';
import { platformSymbol } from './aws/platform';
import { argumentValue, blocksValue, bodyValue, headerOf } from './blocks';
import type { Declaration } from './declarations';
import type { Once } from './open-module';
import type { Repeat, Repetition } from './repetition';
import { unknownReference } from './traversal';
import { choiceValue } from './choice';
import { listValue, marked, objectValue, type InstanceValue, type ObjectValue, type Value } from './value';

/** A declared resource, by its address without a key. */
export interface DeclaredResource {
  readonly declaration: Declaration;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly address: string;
  /** As `ResourceInstance.credentials`. */
  readonly credentials: () => string | undefined;
}

/** Reads resource instances; what was read once is kept. */
export interface InstanceReader {
  readonly instance: (resource: DeclaredResource, repeat: Repeat) => InstanceValue;
  readonly body: (resource: DeclaredResource, repeat: Repeat) => ObjectValue;
}

/** Arguments of every resource, which are none of its own. */
export const metaArguments: ReadonlySet<string> = new Set([
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);

export function instanceReader(once: Once): InstanceReader {
  const bodies = new Map<string, ObjectValue>();
  const body: InstanceReader['body'] = ({ declaration, address }, { key, scope }) => {
    const name = withKey(address, key);
    const known = bodies.get(name);
    if (known) return known;
    const at = headerOf(declaration.block, declaration.file);
    const value = bodyValue(declaration.layers, { ...scope, file: declaration.file }, at, metaArguments);
    bodies.set(name, value);
    return value;
  };
  return {
    body,
    instance: (resource, repeat) => {
      const address = withKey(resource.address, repeat.key);
      return {
        kind: 'instance',
        at: [],
        address,
        read: (name) => once(`${address} ${name}`, () => readAttribute(resource, repeat, address, name, body)),
      };
    },
  };
}

/** What is written counts; what is not, or is null, the provider will know. */
function readAttribute(
  resource: DeclaredResource,
  repeat: Repeat,
  address: string,
  name: string,
  body: InstanceReader['body'],
): Value {
  const { declaration, mode, type } = resource;
  const reference = { address, path: [name] };
  if (mode === 'data') {
    if (type === policyDocumentType && (name === 'json' || name === 'minified_json'))
      return marked(policyDocument(body(resource, repeat)), { references: [reference], source: 'resource' });
    const symbol = platformSymbol(type, name, body(resource, repeat), resource.credentials());
    if (symbol) return { ...unknownReference(reference), source: 'platform', set: true, symbol };
  }
  const scope = { ...repeat.scope, file: declaration.file };
  const written = metaArguments.has(name)
    ? undefined
    : (argumentValue(declaration.layers, name, scope) ?? blocksValue(declaration.layers, name, scope));
  if (!written || written.kind === 'null') return unknownReference(reference);
  const settled = written.kind === 'choice' ? settledChoice(written.branches, written.why, address, name) : written;
  return marked(withOpenBlocks(settled, `settled at apply: ${address}.${name}`), {
    references: [reference],
    source: 'resource',
  });
} // prettier-ignore

/** A side of a condition that sets nothing leaves the attribute to the provider. */
const settledChoice = (branches: readonly Value[], why: string, address: string, name: string): Value =>
  choiceValue(
    why,
    branches.map((branch) => (branch.kind === 'null' ? unknownReference({ address, path: [name] }) : branch)),
  );

/** A provider adds attributes to the blocks that are written. */
function withOpenBlocks(value: Value, why: string): Value {
  if (value.kind !== 'list') return value;
  const items = value.items.map((item) => {
    if (item.kind !== 'object') return item;
    const members = [...item.members].map(([key, member]) => [key, withOpenBlocks(member, why)] as const);
    return { ...item, members: new Map(members), open: item.open ?? why };
  });
  return { ...value, items };
}

/**
 * What a name means that stands for all instances: the one, a list, or a map. Where nobody knows how many there are, one
 * stands for them, whatever key is asked of it; where some may be missing, a list is one of several lengths.
 */
export function valueOfRepetition({ kind, repeats, open }: Repetition, instanceOf: (repeat: Repeat) => InstanceValue): Value {
  const instances = repeats.map((repeat) => ({ repeat, instance: instanceOf(repeat) }));
  const keyed = instances.filter(({ repeat }) => repeat.key !== undefined);
  const [only] = instances;
  if (kind === 'single' && only) return only.instance;
  const rest = instances.find(({ repeat }) => repeat.key === undefined);
  if (rest && keyed.length === 0) return { ...rest.instance, repeated: true };
  const doubtful = keyed.find(({ repeat }) => repeat.uncertain !== undefined)?.repeat.uncertain;
  if (kind === 'each') {
    const members = keyed.map(({ repeat, instance }) => [String(repeat.key), instance] as const);
    return objectValue(members, {}, open ?? doubtful);
  }
  const all = keyed.map(({ instance }) => instance);
  if (open !== undefined || doubtful === undefined) return listValue(all, {}, open);
  const certain = keyed.filter(({ repeat }) => repeat.uncertain === undefined).length;
  const lengths = Array.from({ length: all.length - certain + 1 }, (_, more) => certain + more);
  return choiceValue(doubtful, lengths.map((length) => listValue(all.slice(0, length))));
} // prettier-ignore
