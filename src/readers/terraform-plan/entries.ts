import type { InstanceKey } from './address';
import { idIndex } from './id-index';
import { usualAddress, type Entry } from './entry';

/** What an entry has in common with many others: half a million of them have some hundreds. */
export type Standing = Pick<
  Entry,
  'origin' | 'mode' | 'type' | 'provider' | 'deposed' | 'actions' | 'importing' | 'before' | 'after' | 'written'
>;

/** The entries of one plan, by position. There may be so many that each is packed: into a text and a row of numbers. */
export interface Entries {
  /** Path of the document that they stand in. */
  readonly document: string;
  readonly count: () => number;
  /** Unpacked: another object each time. */
  readonly at: (position: number) => Entry;
  readonly standing: (position: number) => Standing;
  readonly address: (position: number) => string;
  readonly previousAddress: (position: number) => string | undefined;
  /** Bytes. */
  readonly size: (position: number) => number;
  /** Unique: document and address, and a number where a hand-made plan lists an address twice. */
  readonly id: (position: number) => string;
  /** The position of an id. */
  readonly find: (id: string) => number | undefined;
}

/** Entries while they are found. */
export interface EntryTable extends Entries {
  readonly add: (entry: Entry) => void;
}

/** Positions of the entries whose standing is as asked. */
export function positionsOf(entries: Entries, isAsked: (standing: Standing) => boolean): readonly number[] {
  const found: number[] = [];
  for (let position = 0; position < entries.count(); position++)
    if (isAsked(entries.standing(position))) found.push(position);
  return found;
}

const rowsOfPage = 1 << 12;

export function entryTable(document: string): EntryTable {
  const prefix = `${document}:`;
  const pages: Uint32Array[] = [];
  let count = 0;
  const standings = sharedStandings();
  const modules = numbered();
  /** What stands behind the module in an address: the same in all instances of a module. */
  const locals = numbered();
  /** Those that a row cannot tell. */
  const unusual = new Map<number, { readonly entry: Entry; readonly id: string }>();
  const index = idIndex(id);
  /** How often an id is taken that several would have. */
  const repeated = new Map<string, number>();

  const field = (position: number, column: number): number =>
    pages[Math.floor(position / rowsOfPage)]?.[(position % rowsOfPage) * rowLength + column] ?? 0;
  const standing = (position: number): Standing => standings.at(field(position, column.standing));

  function address(position: number): string {
    const known = unusual.get(position);
    if (known) return known.entry.address;
    const module = modules.at(field(position, column.module));
    const local = locals.at(field(position, column.local));
    return module === '' ? local : [module, local].join('.');
  }

  // Joined: what a template puts together keeps its parts until somebody reads it.
  function id(position: number): string {
    return unusual.get(position)?.id ?? [prefix, address(position)].join('');
  }

  function freeId({ address: own, deposed }: Entry): string {
    const usual = [prefix, own, ...(deposed === undefined ? [] : [` (deposed ${deposed})`])].join('');
    if (index.find(usual) === undefined) return usual;
    let times = repeated.get(usual) ?? 1;
    let free = usual;
    while (index.find(free) !== undefined) free = `${usual} (${String(++times)})`;
    repeated.set(usual, times);
    return free;
  }

  /** Where it starts takes two numbers. Where its tail starts and ends is told from there, or is twice 0. */
  function rowOf(entry: Entry): readonly number[] {
    const { range, tail, moduleAddress: module } = entry;
    const { start, end } = range;
    const tailAt = tail ? [tail.start - start, tail.end - start] : [0, 0];
    const local = entry.address.slice(module === '' ? 0 : module.length + 1);
    return [
      standings.of(entry),
      Math.floor(start / word),
      start % word,
      end - start,
      ...tailAt,
      modules.of(module),
      locals.of(local),
      entry.name.length,
    ];
  }

  function unpacked(position: number): Entry {
    const start = field(position, column.startHigh) * word + field(position, column.startLow);
    const [tailStart, tailEnd] = [field(position, column.tailStart), field(position, column.tailEnd)];
    const { mode, type, ...beside } = standing(position);
    const local = locals.at(field(position, column.local));
    const nameAt = (mode === 'data' ? 'data.'.length : 0) + type.length + 1;
    const nameEnd = nameAt + field(position, column.nameLength);
    const key = local.slice(nameEnd);
    return {
      range: { start, end: start + field(position, column.length) },
      tail: tailEnd === 0 ? undefined : { start: start + tailStart, end: start + tailEnd },
      address: address(position),
      moduleAddress: modules.at(field(position, column.module)),
      mode,
      type,
      name: local.slice(nameAt, nameEnd),
      index: key === '' ? undefined : (JSON.parse(key.slice(1, -1)) as InstanceKey),
      previousAddress: undefined,
      ...beside,
    };
  }

  return {
    document,
    count: () => count,
    at: (position) => unusual.get(position)?.entry ?? unpacked(position),
    standing,
    address,
    previousAddress: (position) => unusual.get(position)?.entry.previousAddress,
    size: (position) => field(position, column.length),
    id,
    find: index.find,
    add(entry) {
      const position = count++;
      const own = freeId(entry);
      const isUsual = own.length === prefix.length + entry.address.length && isPackable(entry);
      if (position % rowsOfPage === 0) pages.push(new Uint32Array(rowsOfPage * rowLength));
      const row = isUsual ? rowOf(entry) : [standings.of(entry), 0, 0, entry.range.end - entry.range.start];
      pages.at(-1)?.set(row, (position % rowsOfPage) * rowLength);
      if (!isUsual) unusual.set(position, { entry, id: own });
      index.add(own, position);
    },
  };
}

/** The numbers of a row. */
const column = {
  standing: 0,
  startHigh: 1,
  startLow: 2,
  length: 3,
  tailStart: 4,
  tailEnd: 5,
  module: 6,
  local: 7,
  nameLength: 8,
} as const;
const rowLength = 9;
const word = 2 ** 32;

const isPackable = (entry: Entry): boolean =>
  entry.previousAddress === undefined &&
  entry.deposed === undefined &&
  entry.index !== Infinity &&
  entry.range.end - entry.range.start < word &&
  entry.address === usualAddress(entry);

/** So many different texts are told apart. Beyond, equal ones may stand there more than once. */
const mostNumbered = 1 << 16;

/** Numbers for texts. */
function numbered(): { readonly of: (text: string) => number; readonly at: (number: number) => string } {
  const numbers = new Map<string, number>();
  const listed: string[] = [];
  return {
    of(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      if (numbers.size < mostNumbered) numbers.set(text, listed.length);
      return listed.push(text) - 1;
    },
    at: (number) => listed[number] ?? '',
  };
}

/** Numbers for what many entries share. */
function sharedStandings(): {
  readonly of: (entry: Entry) => number;
  readonly at: (number: number) => Standing;
} {
  const numbers = new Map<string, number>();
  const listed: Standing[] = [];
  return {
    of({ origin, mode, type, provider, deposed, actions, importing, before, after, written }) {
      const key = JSON.stringify([origin, mode, type, provider, deposed, actions, importing, before, after, written]);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, listed.length);
      return listed.push({ origin, mode, type, provider, deposed, actions, importing, before, after, written }) - 1;
    },
    at(number) {
      const standing = listed[number];
      if (!standing) throw new Error(`there is no entry of the standing ${String(number)}`);
      return standing;
    },
  };
}
