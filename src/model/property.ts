import { longer } from './listing';
import {
  isLeaf,
  isList,
  isObject,
  choiceLeaf,
  notedLeaf,
  unknownLeaf,
  type Hole,
  type Raw,
  type RawObject,
  type Reference,
} from './raw';
import { parseTemplateDocument } from './template';
import { absent, known, narrow, unknown, type Path, type Place, type Settled, type Value } from './value';

/** What a cursor belongs to. `record` hears of every path that is read (indices left out): the coverage record. */
export interface Origin {
  readonly id: string;
  readonly record?: (path: string) => void;
}

/** The members of an object, told one by one: of a resource's properties few are wanted, and each may take work. */
export interface Members {
  readonly member: (key: string) => Raw;
  readonly whole: () => RawObject;
}

/** The key of a property that a vocabulary does not have. */
export const noProperty = '(none)';

const root: Path = [];

/**
 * A cursor over a resource's properties, and the only way to read them.
 *
 * The accessors hide what differs between dialects (a block as object or list, `"true"`, a policy as text or
 * structure). A surprising shape is unknown, never absent: silence must be earned.
 */
export class Property {
  /** @param held what stands here, or who tells when somebody asks: all properties of a resource are seldom wanted */
  constructor(
    private readonly held: Raw | (() => Raw | Members),
    private readonly origin: Origin,
    private readonly path: Path = root,
  ) {}

  private get raw(): Raw {
    if (typeof this.held !== 'function') return this.held;
    const told = this.held();
    return areMembers(told) ? told.whole() : told;
  }

  get at(): Place {
    return { id: this.origin.id, path: this.path };
  }

  /** The same cursor, whose readings somebody hears of. */
  observed(record: (path: string) => void): Property {
    return new Property(this.held, { ...this.origin, record }, this.path);
  }

  /** Steps into objects by key and lists by index. A key asked of a list of one block is asked of that block. */
  get(...keys: Path): Property {
    return keys.reduce((property: Property, key) => property.step(key), this);
  }

  private step(key: string | number): Property {
    const told = typeof this.held === 'function' ? this.held() : this.held;
    if (areMembers(told)) return this.stepped(longer(this.path, key), told.member(String(key)));
    const unwrapped = typeof key === 'string' ? singleBlock(told) : undefined;
    const path = longer(unwrapped ? longer(this.path, 0) : this.path, key);
    return this.stepped(path, child(unwrapped ? unwrapped.block : told, key));
  }

  private stepped(path: Path, raw: Raw): Property {
    if (path.at(-1) !== noProperty) this.origin.record?.(path.filter((part) => typeof part === 'string').join('.'));
    return new Property(raw, this.origin, path);
  }

  /** A boolean, also when written as text. */
  flag(): Value<boolean> {
    return this.read((raw) => {
      const text = typeof raw === 'string' ? raw.toLowerCase() : raw;
      return text === true || text === 'true' ? true : text === false || text === 'false' ? false : undefined;
    }, 'not a boolean');
  }

  /** A text; numbers and booleans count, as YAML and HCL turn one into the other. Empty text is text. */
  text(): Value<string> {
    return this.read((raw) => (isScalar(raw) ? String(raw) : undefined), 'not a text');
  }

  number(): Value<number> {
    return this.read((raw) => {
      const number = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
      return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
    }, 'not a number');
  }

  /**
   * A list, where a bare value or block stands for a list of one. What may be missing from a partly known list stands in
   * it as one unknown item.
   */
  list(): Value<readonly Property[]> {
    return this.read((raw) => {
      const items = isList(raw) ? raw : [raw];
      return items.map((item, index) => this.inner(item, isList(raw) ? longer(this.path, index) : this.path));
    }, 'not a list');
  }

  /** The items of a list as texts, each of which may be unknown; an absent item is left out. */
  texts(): Value<readonly Settled<string>[]> {
    const items = this.list();
    const settle = (list: readonly Property[]) =>
      list.map((item) => item.text()).filter((text): text is Settled<string> => text.state !== 'absent');
    if (items.state === 'known') return { ...items, value: settle(items.value) };
    if (items.state === 'absent' || !items.among) return items as Value<readonly Settled<string>[]>;
    return { ...items, among: items.among.map(settle) };
  }

  /** Key and value of each member of an object. */
  entries(): Value<readonly (readonly [string, Property])[]> {
    return this.read((raw) => {
      const object = singleBlock(raw)?.block ?? raw;
      return isObject(object)
        ? Object.keys(object).map((key) => [key, this.inner(object[key], longer(this.path, key))] as const)
        : undefined;
    }, 'not a map');
  }

  /** A JSON document, written as text or as structure. Holes in a text become unknown values where they stand. */
  document(): Value<Property> {
    const raw = unwrapNote(this.raw);
    if (raw === '') return absent(this.at);
    if (isLeaf(raw) && raw.leaf === 'template') {
      const parsed = parseTemplateDocument(raw.parts);
      return parsed === undefined
        ? unknown('not a JSON document', this.at)
        : known(this.inner(parsed, this.path), this.at);
    }
    return this.read((value) => {
      if (isObject(value)) return this.inner(value, this.path);
      if (typeof value !== 'string') return undefined;
      const parsed = parseTemplateDocument([value]);
      return parsed === undefined ? undefined : this.inner(parsed, this.path);
    }, 'not a JSON document');
  }

  /** Whether something is set here at all. */
  present(): Settled<boolean> {
    const raw = unwrapNote(this.raw);
    if (raw === undefined || raw === null) return known(false, this.at, 'not set');
    if (!isLeaf(raw)) return known(!(isList(raw) && raw.length === 0) && raw !== '', this.at);
    if (raw.leaf === 'template' || raw.leaf === 'partial') return known(true, this.at);
    if (raw.leaf === 'choice') {
      const branches = raw.branches.map((branch) => new Property(branch, this.origin, this.path).present());
      const among = branches.flatMap((branch) => (branch.state === 'known' ? [branch.value] : [true, false]));
      return narrow(unknown(raw.why, this.at, among));
    }
    if (raw.leaf === 'unknown' && isNeverEmpty(raw)) return known(true, this.at, raw.why);
    return unknown(raw.leaf === 'unknown' ? raw.why : 'not settled', this.at);
  }

  /** Whether the value here, or a part of it, must never be printed. */
  get sensitive(): boolean {
    return holdsSensitive(this.raw);
  }

  /** What may stand here: each branch of a condition as a property of its own; else the property alone. */
  branches(): readonly Property[] {
    return branchesOf(this.raw).map((raw) => new Property(raw, this.origin, this.path));
  }

  /** What the value here is called where it is not known: two of one symbol have one value. */
  get symbol(): string | undefined {
    const raw = unwrapNote(this.raw);
    return isLeaf(raw) && raw.leaf === 'unknown' ? raw.symbol : undefined;
  }

  /** The resources of the graph that the value here comes from, through conditions and texts. */
  references(): readonly Reference[] {
    return referencesOf(this.raw);
  }

  /**
   * A text with holes as its parts: literal text, and holes with who fills them. A text without holes is one part. Of a
   * condition, the parts of either branch.
   */
  parts(): Value<readonly (string | Hole)[]> {
    const raw = unwrapNote(this.raw);
    if (isLeaf(raw) && raw.leaf === 'choice')
      return this.either(
        raw.why,
        raw.branches.map((branch) => new Property(branch, this.origin, this.path).parts()),
      );
    if (isLeaf(raw) && raw.leaf === 'template') return known(raw.parts, this.at);
    if (isLeaf(raw) && raw.leaf === 'unknown' && isFilled(raw)) return known([raw], this.at);
    return this.read((value) => (isScalar(value) ? [String(value)] : undefined), 'not a text');
  }

  /** A part of what stands here: what must not be printed as a whole must not be printed in part. */
  private inner(raw: Raw, path: Path): Property {
    return new Property(isSensitive(this.raw) ? notedLeaf(raw, { sensitive: true }) : raw, this.origin, path);
  }

  private read<T>(convert: (raw: Raw) => T | undefined, surprise: string): Value<T> {
    return this.readRaw(this.raw, convert, surprise);
  }

  private readRaw<T>(raw: Raw, convert: (raw: Raw) => T | undefined, surprise: string): Value<T> {
    if (raw === undefined || raw === null) return absent(this.at);
    if (!isLeaf(raw)) {
      const value = convert(raw);
      return value === undefined ? unknown(surprise, this.at) : known(value, this.at);
    }
    switch (raw.leaf) {
      case 'noted': {
        const inner = this.readRaw(raw.value, convert, surprise);
        if (inner.state === 'absent') return inner;
        const source = raw.source && { source: raw.source };
        if (inner.state === 'unknown') return { ...inner, ...source };
        const because = raw.because === undefined ? undefined : { because: raw.because };
        const { state, ...rest } = inner;
        return { state, ...rest, ...because, ...source, ...(raw.sensitive && { sensitive: true }) };
      }
      case 'choice':
        return this.either(
          raw.why,
          raw.branches.map((branch) => this.readRaw(branch, convert, surprise)),
        );
      case 'partial': {
        const value = convert(isList(raw.known) ? [...raw.known, unknownLeaf(raw.why)] : raw.known);
        return value === undefined ? unknown(raw.why, this.at) : known(value, this.at);
      }
      case 'template': {
        const hole = raw.parts.find((part) => typeof part !== 'string');
        return this.unlessContainer(raw, convert) ?? unknown(hole?.why ?? surprise, this.at);
      }
      case 'unknown': {
        const among = raw.among?.map(convert);
        const source = raw.source && { source: raw.source };
        if (!among?.length || among.includes(undefined)) return { ...unknown(raw.why, this.at), ...source };
        return { ...narrow(unknown(raw.why, this.at, among as readonly T[])), ...source };
      }
    }
  }

  /** A text with holes where a list is asked for is a list of that one text. */
  private unlessContainer<T>(raw: Raw, convert: (raw: Raw) => T | undefined): Value<T> | undefined {
    const value = convert(raw);
    return value === undefined ? undefined : known(value, this.at);
  }

  /** One of the values that the branches of a condition have. */
  private either<T>(why: string, values: readonly Value<T>[]): Value<T> {
    if (values.every((value) => value.state === 'absent')) return absent(this.at);
    const among = values.flatMap((value): readonly (T | undefined)[] =>
      value.state === 'known' ? [value.value] : value.state === 'unknown' ? (value.among ?? [undefined]) : [],
    );
    const mayBeAbsent = values.some(
      (value) => value.state === 'absent' || (value.state === 'unknown' && value.mayBeAbsent),
    );
    if (among.includes(undefined)) return unknown(why, this.at);
    const open = unknown(why, this.at, among as readonly T[]);
    return mayBeAbsent ? { ...open, mayBeAbsent } : narrow(open);
  }
}

/** What comes from a resource of the graph is set, and so is what the platform gives: an account has a number. */
const isNeverEmpty = ({ references, source }: Hole): boolean => references.length > 0 || source === 'platform';

/** A resource or the platform fills it: a name, an ARN or a number, then, and never a wildcard. */
export const isFilled = ({ references, source }: Hole): boolean =>
  references.length > 0 || source === 'resource' || source === 'platform';

const isScalar = (raw: Raw): raw is string | number | boolean =>
  typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean';

function unwrapNote(raw: Raw): Raw {
  return isLeaf(raw) && raw.leaf === 'noted' ? unwrapNote(raw.value) : raw;
}

const isSensitive = (raw: Raw): boolean =>
  isLeaf(raw) && raw.leaf === 'noted' && (raw.sensitive === true || isSensitive(raw.value));

/** Nothing that a document says is a function. */
export const areMembers = (told: Raw | Members): told is Members =>
  typeof told === 'object' && told !== null && typeof (told as Partial<Members>).member === 'function';

/** Terraform writes a single block as a list of one. */
function singleBlock(raw: Raw): { readonly block: Raw } | undefined {
  return isList(raw) && raw.length === 1 ? { block: raw[0] } : undefined;
}

function child(raw: Raw, key: string | number): Raw {
  if (raw === undefined || raw === null) return undefined;
  if (isList(raw)) {
    if (typeof key === 'number') return raw[key];
    const single = singleBlock(raw);
    if (single) return child(single.block, key);
    return raw.length === 0 ? undefined : unknownLeaf('several blocks where one is expected');
  }
  if (!isLeaf(raw)) {
    if (!isObject(raw)) return unknownLeaf('not an object');
    return Object.hasOwn(raw, key) ? raw[key] : undefined;
  }
  switch (raw.leaf) {
    case 'unknown':
      return raw;
    case 'template':
      return unknownLeaf('a text where an object is expected');
    case 'noted': {
      const value = child(raw.value, key);
      const { because, sensitive, source, references } = raw;
      return value === undefined
        ? undefined
        : notedLeaf(value, {
            ...(because !== undefined && { because }),
            ...(sensitive && { sensitive }),
            ...(source && { source }),
            ...(references && { references }),
          });
    }
    case 'choice':
      return choiceLeaf(
        raw.why,
        raw.branches.map((branch) => child(singleBlock(branch)?.block ?? branch, key)),
      );
    case 'partial': {
      const value = child(raw.known, key);
      return value === undefined ? unknownLeaf(raw.why) : value;
    }
  }
}

/** A note on a condition is a note on each of its branches. */
function branchesOf(raw: Raw): readonly Raw[] {
  if (!isLeaf(raw)) return [raw];
  if (raw.leaf === 'choice') return raw.branches.flatMap(branchesOf);
  if (raw.leaf !== 'noted') return [raw];
  const inner = branchesOf(raw.value);
  const { leaf: _, value: __, ...note } = raw;
  return inner.length > 1 ? inner.map((branch) => (branch == null ? branch : notedLeaf(branch, note))) : [raw];
}

function holdsSensitive(raw: Raw): boolean {
  if (isList(raw)) return raw.some(holdsSensitive);
  if (isObject(raw)) return Object.values(raw).some(holdsSensitive);
  if (!isLeaf(raw)) return false;
  if (raw.leaf === 'noted') return raw.sensitive === true || holdsSensitive(raw.value);
  if (raw.leaf === 'choice') return raw.branches.some(holdsSensitive);
  return raw.leaf === 'partial' && holdsSensitive(raw.known);
}

function referencesOf(raw: Raw): readonly Reference[] {
  if (isList(raw)) return raw.flatMap(referencesOf);
  if (!isLeaf(raw)) return [];
  switch (raw.leaf) {
    case 'unknown':
      return raw.references;
    case 'template':
      return raw.parts.flatMap((part) => (typeof part === 'string' ? [] : part.references));
    case 'noted':
      return raw.references ?? referencesOf(raw.value);
    case 'choice':
      return raw.branches.flatMap(referencesOf);
    case 'partial':
      return [];
  }
}
