import type { Points } from './points';

/** Inclusive range of addresses of one family. */
interface Range {
  readonly bits: 32 | 128;
  readonly from: bigint;
  readonly to: bigint;
}

function parseFour(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

function parseSix(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(groups);
  if (!head || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => 0n), ...(tail ?? [])];
  return all.reduce((sum, group) => (sum << 16n) | group, 0n);
}

/** The 16-bit groups of one side of an IPv6 address; an IPv4 address may stand at its end. */
function groups(text: string): readonly bigint[] | undefined {
  if (text === '') return [];
  const found: bigint[] = [];
  for (const [index, part] of text.split(':').entries()) {
    const four = index === text.split(':').length - 1 ? parseFour(part) : undefined;
    if (four !== undefined) found.push(four >> 16n, four & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return found;
}

/** An address or CIDR block, of either family. Bits past the prefix are ignored. */
export function parseRange(text: string): Range | undefined {
  const [address = '', length, extra] = text.split('/');
  if (extra !== undefined || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 128 ? parseSix(address) : parseFour(address);
  const prefix = length === undefined ? bits : Number(length);
  if (value === undefined || prefix > bits) return undefined;
  const free = BigInt(bits - prefix);
  const from = (value >> free) << free;
  return { bits, from, to: from + (1n << free) - 1n };
}

export function showAddress(bits: 32 | 128, value: bigint): string {
  const size = bits === 32 ? 8n : 16n;
  const parts: bigint[] = [];
  for (let shift = BigInt(bits) - size; shift >= 0n; shift -= size) parts.push((value >> shift) & ((1n << size) - 1n));
  return parts.map((part) => part.toString(bits === 32 ? 10 : 16)).join(bits === 32 ? '.' : ':');
}

const ordinary: readonly Range[] = ['203.0.113.7', '2001:db8::7', '0.0.0.0', '::'].flatMap(
  (text) => parseRange(text) ?? [],
);

/** Addresses in a block. A block that cannot be read matches none. */
export function addressPoints(blocks: readonly string[]): Points {
  const ranges = blocks.flatMap((text) => parseRange(text) ?? []);
  const inside = ({ bits, from }: Range): boolean =>
    ranges.some((range) => range.bits === bits && from >= range.from && from <= range.to);
  return {
    holds: (value) => {
      const address = parseRange(value);
      return address !== undefined && address.from === address.to && inside(address);
    },
    // A range's first address and the one after its last: no other can be the first of what remains.
    candidates: [...ordinary, ...ranges].flatMap(({ bits, from, to }) =>
      [from, to + 1n].filter((value) => value < 1n << BigInt(bits)).map((value) => showAddress(bits, value)),
    ),
  };
}
