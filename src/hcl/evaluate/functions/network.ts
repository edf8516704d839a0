import { refuse, withinItems } from '../failure';
import { listValue, type Value } from '../value';
import { allStrict, text, textAt, wholeAt, type Arguments, type Functions } from './definition';

export const networkFunctions: Functions = allStrict({
  cidrcontains: (given) => ({ kind: 'boolean', value: contains(textAt(given, 0), textAt(given, 1)), at: [] }),
  cidrhost: (given) => host(parse(textAt(given, 0)), wholeAt(given, 1)),
  cidrnetmask: (given) => netmask(parse(textAt(given, 0))),
  cidrsubnet: (given) => subnet(parse(textAt(given, 0)), wholeAt(given, 1), wholeAt(given, 2)),
  cidrsubnets: (given) => subnets(parse(textAt(given, 0)), newBits(given)),
});

/** A network: the bits of its first address, how many of them are the prefix, and how many an address has. */
interface Network {
  readonly address: bigint;
  readonly prefix: number;
  readonly width: 32 | 128;
}

function parse(written: string): Network {
  const [, address = '', prefix = ''] = /^([0-9a-fA-F:.]{2,45})\/(\d{1,3})$/u.exec(written) ?? [];
  const width = address.includes(':') ? 128 : 32;
  const bits = width === 128 ? bitsOf6(address) : bitsOf4(address);
  if (bits === undefined || Number(prefix) > width || prefix === '')
    return refuse(`"${written.slice(0, 60)}" is no CIDR block`);
  return { address: start(bits, Number(prefix), width), prefix: Number(prefix), width };
}

const start = (bits: bigint, prefix: number, width: number): bigint =>
  (bits >> BigInt(width - prefix)) << BigInt(width - prefix);

function bitsOf4(address: string): bigint | undefined {
  const octets = address.split('.');
  if (octets.length !== 4 || octets.some((octet) => !/^(?:0|[1-9]\d{0,2})$/u.test(octet) || Number(octet) > 255))
    return undefined;
  return octets.reduce((bits, octet) => (bits << 8n) + BigInt(octet), 0n);
}

function bitsOf6(address: string): bigint | undefined {
  const [before = '', after, ...more] = address.split('::');
  const head = groupsOf(before);
  const tail = after === undefined ? [] : groupsOf(after);
  const missing = 8 - head.length - tail.length;
  if (more.length > 0 || (after === undefined ? missing !== 0 : missing < 1)) return undefined;
  const groups = [...head, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...tail];
  if (groups.some((group) => !/^[0-9a-fA-F]{1,4}$/u.test(group))) return undefined;
  return groups.reduce((bits, group) => (bits << 16n) + BigInt(`0x${group}`), 0n);
}

const groupsOf = (written: string): readonly string[] => (written === '' ? [] : written.split(':'));

function addressText(bits: bigint, width: 32 | 128): string {
  if (width === 32) return [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, at) => ((bits >> BigInt(112 - at * 16)) & 0xffffn).toString(16)).join(':');
  const longest = [...groups.matchAll(/(?:^|:)0(?::0)+(?=:|$)/gu)].sort((one, other) => other[0].length - one[0].length)[0];
  if (!longest) return groups;
  const head = groups.slice(0, longest.index);
  const tail = groups.slice(longest.index + longest[0].length).replace(/^:/u, '');
  return `${head}::${tail}`;
} // prettier-ignore

const blockText = ({ address, prefix, width }: Network): Value =>
  text(`${addressText(address, width)}/${String(prefix)}`);

function host({ address, prefix, width }: Network, number: number): Value {
  const size = 1n << BigInt(width - prefix);
  const offset = number < 0 ? size + BigInt(number) : BigInt(number);
  if (offset < 0n || offset >= size) return refuse('the network has no such host');
  return text(addressText(address + offset, width));
}

function netmask({ prefix, width }: Network): Value {
  if (width === 128) return refuse('IPv6 networks have no netmask');
  return text(addressText(start((1n << 32n) - 1n, prefix, 32), 32));
}

function subnet(network: Network, bits: number, number: number): Value {
  const prefix = network.prefix + bits;
  if (bits < 0 || prefix > network.width) return refuse('the network is too small for such a subnet');
  if (number < 0 || BigInt(number) >= 1n << BigInt(bits)) return refuse('the network has no such subnet');
  return blockText({
    ...network,
    prefix,
    address: network.address + (BigInt(number) << BigInt(network.width - prefix)),
  });
}

function newBits(given: Arguments): readonly number[] {
  withinItems(given.length);
  return given.slice(1).map((_, index) => wholeAt(given, index + 1));
}

/** One behind the other, each where its size allows. */
function subnets(network: Network, bits: readonly number[]): Value {
  const end = network.address + (1n << BigInt(network.width - network.prefix));
  let next = network.address;
  const blocks = bits.map((extra) => {
    const prefix = network.prefix + extra;
    if (extra < 1 || prefix > network.width) return refuse('the network is too small for such a subnet');
    const size = 1n << BigInt(network.width - prefix);
    const address = ((next + size - 1n) / size) * size;
    next = address + size;
    return next > end ? refuse('the network has no room for the subnets') : blockText({ ...network, prefix, address });
  });
  return listValue(blocks);
}

function contains(outer: string, inner: string): boolean {
  const network = parse(outer);
  const width = inner.includes(':') ? '128' : '32';
  const other = parse(inner.includes('/') ? inner : `${inner}/${width}`);
  if (other.width !== network.width || other.prefix < network.prefix) return false;
  return start(other.address, network.prefix, network.width) === network.address;
}
