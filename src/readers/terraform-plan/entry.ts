import { parseSteps, splitModules, type InstanceKey } from './address';
import type { Range } from './range';
import type { Scanner } from './scanner';

/** Who a resource instance is, and where it stands in the document. Its values are parsed when they are asked for. */
export interface Entry {
  /**
   * Of a resource change, of a data source in the prior state, of one that only the configuration shows, or of the
   * configuration of a provider.
   */
  readonly range: Range;
  /** From the value after the change to the end of the change, where all that is said of that value stands there. */
  readonly tail: Range | undefined;
  readonly origin: 'change' | 'prior-state' | 'configuration' | 'provider';
  readonly address: string;
  readonly moduleAddress: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index: InstanceKey | undefined;
  readonly provider: string | undefined;
  readonly previousAddress: string | undefined;
  readonly deposed: string | undefined;
  /** As written, in lower case. */
  readonly actions: readonly string[];
  readonly importing: boolean;
  /** Whether the change has values before and after it, as far as it says. */
  readonly before: boolean | undefined;
  readonly after: boolean | undefined;
  /**
   * Where nothing is to be done: whether it is written the same before and after, with nothing left to settle at apply, or
   * otherwise all the same. Undefined where that cannot be told.
   */
  readonly written: 'the same' | 'otherwise' | undefined;
}

/** Gives equal texts one place in memory: types, providers and modules repeat in every entry. */
export function sharing(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
}

interface Identity {
  address?: string;
  module_address?: string;
  mode?: string;
  type?: string;
  name?: string;
  provider_name?: string;
  previous_address?: string;
  deposed?: string;
  index?: unknown;
}
type IdentityText = Exclude<keyof Identity, 'index'>;
const identityTexts: ReadonlySet<string> = new Set<IdentityText>([
  'address', 'module_address', 'mode', 'type', 'name', 'provider_name', 'previous_address', 'deposed',
]); // prettier-ignore
const isIdentityText = (key: string): key is IdentityText => identityTexts.has(key);

/** Reads the identity of the resource change that the scanner stands at, and moves past it. */
export function indexChange(scanner: Scanner, share: (text: string) => string): Entry {
  scanner.space();
  const start = scanner.position;
  const identity: Identity = {};
  const change: Change = { actions: [], importing: false, before: undefined, after: undefined };
  const parts = new Map<string, Range>();
  let end = start;
  scanner.members((key) => {
    if (key !== 'change') readIdentity(scanner, identity, key);
    else {
      // Of a member that stands there twice the last one counts.
      parts.clear();
      scanner.members((part) => {
        if (part === 'actions') {
          change.actions = sharedActions(scanner.value(), share);
          return;
        }
        if (part === 'before' || part === 'after' || part === 'importing') change[part] = !scanner.isNull();
        parts.set(part, scanner.range());
      });
      end = scanner.position;
    }
  });
  const range = { start, end: scanner.position };
  const written = change.actions.join() === 'no-op' && !change.importing ? comparisonOf(scanner, parts) : undefined;
  return identifiedEntry(identity, share, {
    range,
    origin: 'change',
    written,
    tail: change.before === true ? tailOf(parts, end) : undefined,
    ...change,
  });
}

/** As Terraform writes it, what was before stands in front: half of the text, which need not be parsed. */
function tailOf(parts: ReadonlyMap<string, Range>, end: number): Range | undefined {
  const after = parts.get('after');
  const others = ['after_unknown', 'after_sensitive'].flatMap((part) => parts.get(part) ?? []);
  return after && others.every(({ start }) => start > after.start) ? { start: after.start, end } : undefined;
}

type Change = { -readonly [K in 'actions' | 'importing' | 'before' | 'after']: Entry[K] };

/** That nothing is to be done is not taken on trust: the values, and what is said of them, are compared. */
function comparisonOf(scanner: Scanner, parts: ReadonlyMap<string, Range>): Entry['written'] {
  const same = (one: string, other: string): boolean | undefined => {
    const [left, right] = [parts.get(one), parts.get(other)];
    return left && right && scanner.isSame(left, right);
  };
  const values = same('before', 'after');
  if (values === false) return 'otherwise';
  const marks = parts.get('after_unknown');
  const settled = marks !== undefined && !scanner.says(marks, 'true');
  return values && settled && same('before_sensitive', 'after_sensitive') ? 'the same' : undefined;
}

function readIdentity(scanner: Scanner, identity: Identity, key: string): void {
  if (isIdentityText(key)) {
    const text = scanner.text();
    if (text !== undefined) identity[key] = text;
  } else if (key === 'index') identity.index = scanner.value();
  else scanner.skip();
}

const lists = new Map<string, readonly string[]>();

/** There are half a dozen lists of actions, however many changes. */
function sharedActions(value: unknown, share: (text: string) => string): readonly string[] {
  const actions = actionsOf(value);
  const key = actions.join();
  const known = lists.get(key) ?? actions.map(share);
  if (lists.size < 100) lists.set(key, known);
  return known;
}

/** In lower case: hand-written plans say `Create` and `NoOp`. */
function actionsOf(value: unknown): readonly string[] {
  const actions: readonly unknown[] = Array.isArray(value) ? value : [value];
  return actions
    .filter((action) => typeof action === 'string')
    .map((action) => (action.toLowerCase() === 'noop' ? 'no-op' : action.toLowerCase()));
}

/** What an entry is beside who it is. */
type Standing = Pick<Entry, 'range' | 'origin' | 'actions' | 'importing' | 'before' | 'after'> &
  Partial<Pick<Entry, 'tail' | 'written'>>;

/** Fills what a trimmed plan leaves out of an identity from what it has: the address, or the parts of one. */
function identifiedEntry(identity: Identity, share: (text: string) => string, standing: Standing): Entry {
  const { index, provider_name: provider, previous_address: previousAddress, deposed } = identity;
  const whole = identity.mode !== undefined && identity.type !== undefined && identity.name !== undefined;
  const told = whole ? identity : { ...identityIn(identity.address ?? ''), ...identity };
  const { mode = 'managed', type = '', name = '', module_address: module = '' } = told;
  const named = {
    moduleAddress: share(module),
    mode: share(mode),
    type: share(type),
    name: share(name),
    index: typeof index === 'string' || typeof index === 'number' ? index : undefined,
  };
  return entryOf({
    address: identity.address ?? usualAddress(named),
    ...named,
    provider: provider === undefined ? undefined : share(provider),
    previousAddress,
    deposed: deposed === '' ? undefined : deposed,
    ...standing,
  });
}

/** The address as it is mostly written: not every tool writes keys alike. */
export function usualAddress({ moduleAddress, mode, type, name, index }: Named): string {
  const key = index === undefined ? '' : `[${JSON.stringify(index)}]`;
  return `${moduleAddress}${moduleAddress && '.'}${mode === 'data' ? 'data.' : ''}${type}.${name}${key}`;
}

type Named = Pick<Entry, 'moduleAddress' | 'mode' | 'type' | 'name' | 'index'>;

/** An entry of what is known of it, told member by member: spread syntax takes several times the time and memory. */
export const entryOf = (known: KnownEntry): Entry => ({
  range: known.range,
  tail: known.tail,
  origin: known.origin,
  address: known.address,
  moduleAddress: known.moduleAddress,
  mode: known.mode,
  type: known.type,
  name: known.name,
  index: known.index,
  provider: known.provider,
  previousAddress: known.previousAddress,
  deposed: known.deposed,
  actions: known.actions,
  importing: known.importing,
  before: known.before,
  after: known.after,
  written: known.written,
});

type Needed = 'range' | 'origin' | 'address' | 'moduleAddress' | 'mode' | 'type' | 'name' | 'actions' | 'importing';
type KnownEntry = Pick<Entry, Needed> & Partial<Omit<Entry, Needed>>;

function identityIn(address: string): Identity {
  const { modules, rest } = splitModules(parseSteps(address));
  const data = rest[0] === 'data';
  const [type, name] = data ? rest.slice(1) : rest;
  const local = typeof type === 'string' ? address.lastIndexOf(`${data ? 'data.' : ''}${type}.`) : 0;
  return {
    mode: data ? 'data' : 'managed',
    ...(typeof type === 'string' && { type }),
    ...(typeof name === 'string' && { name }),
    ...(modules.length > 0 && local > 0 && { module_address: address.slice(0, local - 1) }),
  };
}

/** Of the prior state only data sources are wanted: what is managed stands in the changes. */
export function indexPriorState(scanner: Scanner, data: Entry[], share: (text: string) => string): void {
  scanner.members((key) => {
    if (key !== 'values') scanner.skip();
    else
      scanner.members((part) => {
        if (part === 'root_module') indexStateModule(scanner, data, share, 0);
        else scanner.skip();
      });
  });
}

const lookedUp = {
  origin: 'prior-state',
  actions: ['read'],
  importing: false,
  before: true,
  after: true,
} as const satisfies Partial<Entry>;

function indexStateModule(scanner: Scanner, data: Entry[], share: (text: string) => string, depth: number): void {
  if (depth > 100) {
    scanner.skip();
    return;
  }
  const first = data.length;
  let moduleAddress = '';
  scanner.members((key) => {
    if (key === 'address') moduleAddress = scanner.text() ?? '';
    else if (key === 'child_modules')
      scanner.elements(() => {
        indexStateModule(scanner, data, share, depth + 1);
      });
    else if (key === 'resources')
      scanner.elements(() => {
        scanner.space();
        const start = scanner.position;
        const identity: Identity = {};
        scanner.members((part) => {
          readIdentity(scanner, identity, part);
        });
        if (identity.mode !== 'data') return;
        const range = { start, end: scanner.position };
        data.push(identifiedEntry(identity, share, { ...lookedUp, range }));
      });
    else scanner.skip();
  });
  // The address may come behind the resources, and Terraform 0.12 leaves it out of theirs.
  for (let i = first; i < data.length; i++) {
    const entry = data[i];
    if (entry?.moduleAddress !== '' || moduleAddress === '') continue;
    const own = entry.address.startsWith(`${moduleAddress}.`) ? entry.address : `${moduleAddress}.${entry.address}`;
    data[i] = entryOf({ ...entry, address: own, moduleAddress: share(moduleAddress) });
  }
}
