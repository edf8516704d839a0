import fc from 'fast-check';
import { coversCidr, isCidr, isOpenToInternet } from '../../src/model/cidr';

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
