import { grew } from '../../src/gate/growth';
import type { NetworkRule } from '../../src/model/fact';
import { known, unknown, type Settled } from '../../src/model/value';
import { encrypted, finding, resource } from './build';

const group = resource('aws_security_group.front');
const at = { id: group.id, path: ['ingress'] };

interface Written {
  readonly kind?: NetworkRule['kind'];
  readonly protocol?: string | null;
  readonly ports?: readonly [from: number, to: number] | null;
  readonly peers?: readonly (string | null)[] | null;
  readonly except?: readonly (readonly [from: number, to: number])[];
}

/** `null` is not known. */
const settled = <T>(value: T | null, why: string): Settled<T> => (value === null ? unknown(why, at) : known(value, at));

const rule = ({ kind = 'ingress-rule', protocol = 'tcp', ports = [22, 22], peers = ['0.0.0.0/0'], except }: Written): NetworkRule => ({
  kind,
  noun: 'security group',
  subject: group,
  protocol: settled(protocol, 'a protocol'),
  ports: ports === null ? unknown('a port', at) : known({ from: ports[0], to: ports[1] }, at),
  peers: peers === null ? unknown('a list', at) : known(peers.map((peer) => settled(peer, 'a peer')), at),
  ...(except && { except: except.map(([from, to]) => ({ from, to })) }),
}); // prettier-ignore

const fault = (...rules: readonly Written[]) => finding(encrypted, group, 'fail', { facts: rules.map(rule) });

describe('open rules', () => {
  test.each<[string, readonly Written[], readonly Written[]]>([
    ['are the same', [{}], [{}]],
    ['let through less of the ports', [{ ports: [20, 30] }], [{ ports: [22, 22] }]],
    ['let through the first and last of the ports', [{ ports: [20, 30] }], [{ ports: [20, 20] }, { ports: [30, 30] }]],
    ['let in a part of whom they let in', [{}], [{ peers: ['203.0.113.0/24'] }]],
    ['let in the same by another list', [{ peers: ['0.0.0.0/0', '::/0'] }], [{ peers: ['::/0'] }]],
    ['name a protocol of all', [{ protocol: 'all' }], [{ protocol: 'udp' }]],
    ['are one of two', [{}, { ports: [80, 80] }], [{ ports: [80, 80] }]],
    ['are not known in the same way', [{ ports: null }], [{ ports: null }]],
    [
      'leave out more ports',
      [{ ports: [0, 65535], except: [[80, 80]] }],
      [
        {
          ports: [0, 65535],
          except: [
            [443, 443],
            [79, 81],
          ],
        },
      ],
    ],
  ])('that %s are no larger a fault', (_, was, is) => {
    expect(grew(fault(...was), fault(...is))).toBe(false);
  });

  test.each<[string, readonly Written[], readonly Written[]]>([
    ['let through another port', [{}], [{ ports: [3389, 3389] }]],
    ['let through a port below', [{}], [{ ports: [21, 22] }]],
    ['let through a port above', [{}], [{ ports: [22, 23] }]],
    ['let through all protocols', [{}], [{ protocol: 'all' }]],
    ['let through another protocol', [{}], [{ protocol: 'udp' }]],
    ['let in more', [{ peers: ['203.0.113.0/24'] }], [{ peers: ['0.0.0.0/0'] }]],
    ['let in another beside', [{}], [{ peers: ['0.0.0.0/0', '::/0'] }]],
    ['let out what was let in', [{}], [{ kind: 'egress-rule' }]],
    ['are one more', [{}], [{}, { ports: [80, 80] }]],
    ['no longer leave out ports', [{ ports: [0, 65535], except: [[80, 80]] }], [{ ports: [0, 65535] }]],
    ['leave out fewer ports', [{ ports: [0, 65535], except: [[80, 90]] }], [{ ports: [0, 65535], except: [[80, 89]] }]],
    [
      'leave out others at the lower end',
      [{ ports: [0, 65535], except: [[80, 90]] }],
      [{ ports: [0, 65535], except: [[81, 90]] }],
    ],
    ['are no longer known', [{}], [{ peers: null }]],
    ['are known now', [{ peers: null }], [{}]],
    ['are not known in another way', [{ ports: null }], [{ protocol: null, ports: [22, 22] }]],
    ['let in somebody whom nobody knows', [{}], [{ peers: ['0.0.0.0/0', null] }]],
  ])('that %s are a larger one', (_, was, is) => {
    expect(grew(fault(...was), fault(...is))).toBe(true);
  });
});

test('what are no rules before is counted by its places, whatever it is after', () => {
  const was = finding(encrypted, group, 'fail', { facts: [] });
  const other = { kind: 'key', noun: 'key', subject: group, enabled: known(false, at) } as const;
  expect(grew(was, finding(encrypted, group, 'fail', { facts: [] }))).toBe(false);
  expect(grew(fault({}), finding(encrypted, group, 'fail', { facts: [rule({}), other] }))).toBe(false);
});
