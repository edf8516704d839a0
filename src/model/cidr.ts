/** Loaded when the first block is looked at: many inputs have none. */
const addresses = () => require('ipaddr.js') as typeof import('ipaddr.js');

/** Inclusive range of addresses of one family. */
interface Range {
  readonly family: 4 | 6;
  readonly from: bigint;
  readonly to: bigint;
}

/** Ranges that no host of the public internet has (RFC 1122, 1918, 3927, 4193, 4291, 5771, 6598; class E). */
const privateBlocks = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '224.0.0.0/3',
  'fc00::/7', 'fe80::/10', 'ff00::/8',
]; // prettier-ignore

const privateRanges = (family: Range['family']): readonly Range[] =>
  privateBlocks.flatMap((block) => parseRange(block) ?? []).filter((range) => range.family === family);

/**
 * An eighth of the public addresses of a family: nobody means that many hosts by name, so a rule that wide is open.
 * All global IPv6 addresses are the eighth `2000::/3` themselves, hence half of that there.
 */
const openFrom = (family: Range['family']): bigint =>
  family === 6 ? 1n << 124n : privateRanges(4).reduce((sum, range) => sum - size(range), 1n << 32n) / 8n;

/**
 * Whether CIDR blocks, taken together, are open to the internet. Arithmetic, not spelling: two halves are a whole, and
 * `::/0` is open however it is written. Text that is no CIDR block is not.
 */
export function isOpenToInternet(cidrs: readonly string[]): boolean {
  const ranges = cidrs.flatMap((cidr) => parseRange(cidr) ?? []);
  return ([4, 6] as const).some((family) => {
    const merged = merge(ranges.filter((range) => range.family === family));
    if (merged.length === 0) return false;
    const secluded = privateRanges(family);
    const reached = merged.reduce((sum, range) => sum + size(range) - overlap(range, secluded), 0n);
    return reached >= openFrom(family);
  });
}

/** Whether every address of one block belongs to another. Text that is no CIDR block neither covers nor is covered. */
export function coversCidr(outer: string, inner: string): boolean {
  const wide = parseRange(outer);
  const narrow = parseRange(inner);
  if (!wide || !narrow) return false;
  return wide.family === narrow.family && wide.from <= narrow.from && narrow.to <= wide.to;
}

/** How many addresses a block holds. Text that is no CIDR block holds none. */
export function addressesIn(cidr: string): bigint {
  const range = parseRange(cidr);
  return range ? size(range) : 0n;
}

/** Whether a block is every address of its family. */
export const isEveryAddress = (cidr: string): boolean => coversCidr(cidr, '0.0.0.0/0') || coversCidr(cidr, '::/0');

/** Whether a text is a CIDR block or an address at all. */
export const isCidr = (text: string): boolean => parseRange(text) !== undefined;

const parsed = new Map<string, Range | undefined>();
const parsedAtMost = 10_000;

/** The same few blocks stand in most rules and routes. */
function parseRange(cidr: string): Range | undefined {
  if (parsed.has(cidr)) return parsed.get(cidr);
  if (parsed.size >= parsedAtMost) parsed.clear();
  const range = rangeOf(cidr);
  parsed.set(cidr, range);
  return range;
}

function rangeOf(cidr: string): Range | undefined {
  const text = cidr.trim();
  const { isValid, isValidCIDR, parse, parseCIDR } = addresses();
  if (!isValidCIDR(text))
    return isValid(text) && (text.includes(':') || text.split('.').length === 4)
      ? rangeOf(`${text}/${text.includes(':') ? '128' : '32'}`)
      : undefined;
  const [address, prefix] = parseCIDR(text);
  const bytes = parse(address.toString()).toByteArray();
  const bits = BigInt(bytes.length * 8);
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const span = 1n << (bits - BigInt(prefix));
  const from = (value / span) * span;
  return { family: bits === 32n ? 4 : 6, from, to: from + span - 1n };
}

function size({ from, to }: Range): bigint {
  return to - from + 1n;
}

function merge(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (last && range.from <= last.to + 1n)
      merged[merged.length - 1] = { ...last, to: range.to > last.to ? range.to : last.to };
    else merged.push(range);
  }
  return merged;
}

function overlap(range: Range, others: readonly Range[]): bigint {
  return others.reduce((sum, other) => {
    const from = range.from > other.from ? range.from : other.from;
    const to = range.to < other.to ? range.to : other.to;
    return to >= from ? sum + (to - from + 1n) : sum;
  }, 0n);
}
