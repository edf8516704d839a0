import { isLeaf, isList, isObject, choiceLeaf, notedLeaf, unknownLeaf, type Raw, type Reference } from './raw';
import { parseTemplateDocument } from './template';
import { absent, known, narrow, unknown, type Path, type Place, type Settled, type Value } from './value';

/** What a cursor belongs to. `record` hears of every path that is read (indices left out): the coverage record. */
export interface Origin {
  readonly id: string;
  readonly record?: (path: string) => void;
}

/** The key of a property that a vocabulary does not have. */
export const noProperty = '(none)';

/**
 * A cursor over a resource's properties, and the only way to read them.
 *
 * The accessors hide what differs between dialects (a block as object or list, `"true"`, a policy as text or
 * structure). A surprising shape is unknown, never absent: silence must be earned.
 */
export class Property {
  constructor(
    private readonly raw: Raw,
    private readonly origin: Origin,
    private readonly path: Path = [],
  ) {}

  get at(): Place {
    return { id: this.origin.id, path: this.path };
  }

  /** Steps into objects by key and lists by index. A key asked of a list of one block is asked of that block. */
  get(...keys: Path): Property {
    return keys.reduce((property: Property, key) => property.step(key), this);
  }

  private step(key: string | number): Property {
    const unwrapped = typeof key === 'string' ? singleBlock(this.raw) : undefined;
    const path = unwrapped ? [...this.path, 0, key] : [...this.path, key];
    if (key !== noProperty) this.origin.record?.(path.filter((part) => typeof part === 'string').join('.'));
    return new Property(child(unwrapped ? unwrapped.block : this.raw, key), this.origin, path);
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
      return items.map(
        (item, index) => new Property(item, this.origin, isList(raw) ? [...this.path, index] : this.path),
      );
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
        ? Object.keys(object).map((key) => [key, new Property(object[key], this.origin, [...this.path, key])] as const)
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
        : known(new Property(parsed, this.origin, this.path), this.at);
    }
    return this.read((value) => {
      if (isObject(value)) return new Property(value, this.origin, this.path);
      if (typeof value !== 'string') return undefined;
      const parsed = parseTemplateDocument([value]);
      return parsed === undefined ? undefined : new Property(parsed, this.origin, this.path);
    }, 'not a JSON document');
  }

  /** Whether something is set here at all. A value that comes from a resource of the graph is. */
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
    if (raw.leaf === 'unknown' && raw.references.length > 0) return known(true, this.at, raw.why);
    return unknown(raw.leaf === 'unknown' ? raw.why : 'not settled', this.at);
  }

  /** The resources of the graph that the value here comes from, through conditions and texts. */
  references(): readonly Reference[] {
    return referencesOf(this.raw);
  }

  /**
   * A text with holes as its parts: literal text, and for each hole the resources it refers to (none: it could be
   * anything). A text without holes is one part.
   */
  parts(): Value<readonly (string | readonly Reference[])[]> {
    const raw = unwrapNote(this.raw);
    if (isLeaf(raw) && raw.leaf === 'template')
      return known(
        raw.parts.map((part) => (typeof part === 'string' ? part : part.references)),
        this.at,
      );
    if (isLeaf(raw) && raw.leaf === 'unknown' && raw.references.length > 0) return known([raw.references], this.at);
    return this.read((value) => (isScalar(value) ? [String(value)] : undefined), 'not a text');
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
        return { ...inner, ...because, ...source, ...(raw.sensitive && { sensitive: true }) };
      }
      case 'choice':
        return this.readChoice(raw.why, raw.branches, convert, surprise);
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

  private readChoice<T>(
    why: string,
    branches: readonly Raw[],
    convert: (raw: Raw) => T | undefined,
    surprise: string,
  ): Value<T> {
    const values = branches.map((branch) => this.readRaw(branch, convert, surprise));
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

const isScalar = (raw: Raw): raw is string | number | boolean =>
  typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean';

function unwrapNote(raw: Raw): Raw {
  return isLeaf(raw) && raw.leaf === 'noted' ? unwrapNote(raw.value) : raw;
}

/** Terraform writes a single block as a list of one. */
function singleBlock(raw: Raw): { readonly block: Raw } | undefined {
  return isList(raw) && raw.length === 1 ? { block: raw[0] } : undefined;
}

function child(raw: Raw, key: string | number): Raw {
  if (raw === undefined || raw === null) return undefined;
  if (isList(raw)) {
    if (typeof key === 'number') return raw[key];
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
