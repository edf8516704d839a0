import fc from 'fast-check';
import { addressesIn, coversCidr, isCidr, isEveryAddress, isOpenToInternet } from '../../src/model/cidr';

describe('isOpenToInternet', () => {
  test.each([
    ['everything', ['0.0.0.0/0']],
    ['everything, with host bits set', ['10.1.2.3/0']],
    ['everything, with blanks around', [' 0.0.0.0/0 ']],
    ['two halves', ['0.0.0.0/1', '128.0.0.0/1']],
    ['one half', ['128.0.0.0/1']],
    ['an eighth', ['64.0.0.0/3']],
    ['an eighth that holds private ranges too', ['0.0.0.0/3']],
    ['many parts that overlap', ['16.0.0.0/4', '24.0.0.0/5', '32.0.0.0/4', '48.0.0.0/4']],
    ['everything but the private ranges', ['11.0.0.0/8', '12.0.0.0/6', '16.0.0.0/4', '32.0.0.0/3', '64.0.0.0/2']],
    ['all of IPv6', ['::/0']],
    ['all of IPv6, zeros written', ['0:0:0:0:0:0:0:0/0']],
    ['all of IPv6, one zero written', ['::0/0']],
    ['all of IPv6, padded', ['0000::0000/0']],
    ['all global IPv6', ['2000::/3']],
    ['IPv6 in halves', ['::/1', '8000::/1']],
    ['one family open beside another that is not', ['10.0.0.0/8', '::/0']],
  ])('%s is open', (_, cidrs) => {
    expect(isOpenToInternet(cidrs)).toBe(true);
  });

  test.each([
    ['nothing', []],
    ['one host', ['203.0.113.7/32']],
    ['one host without a prefix', ['203.0.113.7']],
    ['a whole class A', ['44.0.0.0/8']],
    ['the private ranges', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']],
    ['multicast and class E', ['224.0.0.0/3']],
    ['an IPv6 prefix', ['2001:db8::/32']],
    ['unique local IPv6', ['fc00::/7']],
    ['half of the private space of IPv6', ['f000::/4']],
    ['text that is no block', ['anywhere', '', '/0', '0.0.0.0/33', '0.0.0.0/-1', '0.0.0.0/']],
    ['a sixteenth named twice', ['64.0.0.0/4', '64.0.0.0/4']],
  ])('%s is not', (_, cidrs) => {
    expect(isOpenToInternet(cidrs)).toBe(false);
  });

  /** Blocks that together are so many addresses of a family from one on. */
  function blocks(from: bigint, count: bigint, spell: (address: bigint, prefix: number) => string, bits: number) {
    const found: string[] = [];
    let address = from;
    for (let host = bits; host >= 0; host--) {
      if ((count & (1n << BigInt(host))) === 0n) continue;
      found.push(spell(address, bits - host));
      address += 1n << BigInt(host);
    }
    return found;
  }
  const ipv4 = (address: bigint, prefix: number) =>
    `${[24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.')}/${prefix}`;
  const ipv6 = (address: bigint, prefix: number) =>
    `${[7n, 6n, 5n, 4n, 3n, 2n, 1n, 0n].map((word) => ((address >> (word * 16n)) & 0xffffn).toString(16)).join(':')}/${prefix}`;

  const secluded4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '224.0.0.0/3']; // prettier-ignore
  const secluded6 = ['fc00::/7', 'fe80::/10', 'ff00::/8'];
  const eighth4 = ((1n << 32n) - secluded4.reduce((sum, block) => sum + addressesIn(block), 0n)) / 8n;
  const eighth6 = 1n << 124n;

  test.each([
    ['IPv4', (count: bigint) => blocks(32n << 24n, count, ipv4, 32), eighth4, secluded4],
    ['IPv6', (count: bigint) => blocks(0x2000n << 112n, count, ipv6, 128), eighth6, secluded6],
  ])('%s: an eighth of what is public is open, and one address less is not, whatever private ranges are beside it', (_, first, eighth, secluded) => {
    expect(isOpenToInternet(first(eighth))).toBe(true);
    expect(isOpenToInternet(first(eighth - 1n))).toBe(false);
    for (const block of secluded) expect(isOpenToInternet([...first(eighth - 1n), block])).toBe(false);
    expect(isOpenToInternet([...first(eighth - 1n), ...secluded])).toBe(false);
  }); // prettier-ignore

  test('more blocks never close what is open', () => {
    const block = fc
      .tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 }))
      .map(([address, prefix]) => `${address}/${prefix}`);
    fc.assert(
      fc.property(fc.array(block), fc.array(block), (some, more) => {
        expect(isOpenToInternet([...some, ...more]) || !isOpenToInternet(some)).toBe(true);
      }),
    );
  });

  test('the order of blocks does not matter', () => {
    const block = fc
      .tuple(fc.ipV6(), fc.integer({ min: 0, max: 6 }))
      .map(([address, prefix]) => `${address}/${prefix}`);
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        expect(isOpenToInternet(blocks)).toBe(isOpenToInternet([...blocks].reverse()));
      }),
    );
  });
});

describe('isCidr', () => {
  test.each(['10.0.0.0/8', '203.0.113.7', '::/0', 'fe80::1', '0.0.0.0/0'])('%s is one', (text) => {
    expect(isCidr(text)).toBe(true);
  });

  test.each(['', 'sg-123', '10.0.0.0/33', '10.0.0', 'pl-12345678', 'localhost', '::/129'])('%j is none', (text) => {
    expect(isCidr(text)).toBe(false);
  });
});

describe('coversCidr', () => {
  test.each([
    ['0.0.0.0/0', '203.0.113.7/32', true],
    ['::/0', '0::0/0', true],
    ['10.0.0.0/8', '10.1.0.0/16', true],
    ['10.1.0.0/16', '10.0.0.0/8', false],
    ['10.0.0.0/8', '11.0.0.0/8', false],
    ['0.0.0.0/0', '::/0', false],
    ['::/0', '0.0.0.0/0', false],
    ['anywhere', '10.0.0.0/8', false],
    ['0.0.0.0/0', 'anywhere', false],
  ])('%s over %s: %s', (outer, inner, covers) => {
    expect(coversCidr(outer, inner)).toBe(covers);
  });
});

describe('addressesIn', () => {
  test.each([
    ['10.0.0.0/8', 1n << 24n],
    ['203.0.113.7', 1n],
    ['2001:db8::/32', 1n << 96n],
    ['fe80::1', 1n],
    ['anywhere', 0n],
  ])('%s holds %s', (block, count) => {
    expect(addressesIn(block)).toBe(count);
  });
});

describe('isEveryAddress', () => {
  test.each(['0.0.0.0/0', '::/0', '10.1.2.3/0'])('%s is', (block) => {
    expect(isEveryAddress(block)).toBe(true);
  });

  test.each(['0.0.0.0/1', '128.0.0.0/1', '::/1', '2000::/3', 'anywhere', ''])('%j is not', (block) => {
    expect(isEveryAddress(block)).toBe(false);
  });
});
