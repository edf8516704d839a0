import type { PortRange } from '../../model/fact';
import type { Property } from '../../model/property';
import { chain, combine, known, map, otherwise, unknown, type Settled } from '../../model/value';

const every: PortRange = { from: 0, to: 65535 };

/** Names of the protocols that are also written as numbers (IANA protocol numbers). */
const names: ReadonlyMap<string, string> = new Map([
  ['-1', 'all'],
  ['1', 'icmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
]);

/** `tcp`, `udp`, `icmp`, `icmpv6`, `all`, or another protocol's number. A rule must name one. */
export const protocolName = (protocol: Property): Settled<string> =>
  map(otherwise(protocol.text(), '-1', 'all protocols'), (text) => names.get(text) ?? text.toLowerCase());

/**
 * The ports that a rule opens. All of them where its protocol is not TCP or UDP: EC2 then ignores the ports.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html
 */
export function portRange(protocol: Property, from: Property, to: Property): Settled<PortRange> {
  return chain(protocolName(protocol), (name): Settled<PortRange> => {
    if (name !== 'tcp' && name !== 'udp') return known(every, protocol.at, `all ports of protocol ${name}`);
    const first = otherwise(from.number(), -1, 'all ports');
    const last = otherwise(to.number(), -1, 'all ports');
    const range = combine({ first, last }, (ends): PortRange | undefined =>
      ends.first === undefined || ends.last === undefined
        ? undefined
        : ends.first === -1 || ends.last === -1
          ? every
          : { from: ends.first, to: ends.last },
    );
    return range.state === 'known' ? { ...range, at: from.at } : unknown(range.why, range.at);
  });
}
