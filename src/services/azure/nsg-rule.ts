import { isCidr } from '../../model/cidr';
import type { PortRange } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Place, type Settled, type Value } from '../../model/value';
import { itemsOf } from '../aws/items';

/** A rule of a network security group. They are tried in the order of their priorities until one matches. */
export interface SecurityRule {
  readonly at: Place;
  readonly holder: Resource;
  readonly name: Value<string>;
  readonly description: Settled<boolean>;
  readonly priority: Settled<number>;
  readonly allows: Settled<boolean>;
  readonly incoming: Settled<boolean>;
  /** CIDR blocks of the other side. Service tags and application security groups are no networks, and are left out. */
  readonly peers: readonly Settled<string>[];
  /** One's own side, as it is written: blocks, tags, application security groups. */
  readonly near: readonly Settled<string>[];
  readonly everySourcePort: Settled<boolean>;
  readonly protocol: Settled<string>;
  readonly ports: readonly Settled<PortRange>[];
  /** Nobody wrote the rule: why it is there. */
  readonly initial?: string;
}

export const everyPort: PortRange = { from: 0, to: 65535 };

/**
 * What a rule says, be it a block of its group or a resource of its own: they have the same properties.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules
 */
export function securityRule(rule: Property, holder: Resource): SecurityRule {
  const incoming = map(required(rule.get('direction'), 'direction'), (text) => text.toLowerCase() === 'inbound');
  const protocol = map(required(rule.get('protocol'), 'protocol'), protocolName);
  const side = (inwards: Side, outwards: Side): Side | undefined =>
    incoming.state === 'unknown' ? undefined : incoming.value ? inwards : outwards;
  return {
    at: rule.at,
    holder,
    name: rule.get('name').text(),
    description: rule.get('description').present(),
    priority: otherwise(rule.get('priority').number(), 0, 'no priority is written'),
    allows: map(required(rule.get('access'), 'access'), (text) => text.toLowerCase() === 'allow'),
    incoming,
    peers: ofSide(rule, side('source', 'destination'), peersOf),
    near: ofSide(rule, side('destination', 'source'), writtenSide),
    everySourcePort: everySourcePort(rule),
    protocol,
    ports: portsOf(rule, protocol),
  };
}

/** A rule must say it; what does not is not known. */
function required(property: Property, what: string): Settled<string> {
  const text = property.text();
  return text.state === 'absent' || (text.state === 'known' && text.value === '')
    ? unknown(`no ${what} is written`, text.at)
    : text;
}

/** Protocols by the names that facts have: ESP and AH are IP protocols 50 and 51. */
const protocols: ReadonlyMap<string, string> = new Map([
  ['*', 'all'],
  ['any', 'all'],
  ['esp', '50'],
  ['ah', '51'],
]);

const protocolName = (text: string): string => protocols.get(text.toLowerCase()) ?? text.toLowerCase();

type Side = 'source' | 'destination';

/** Of a rule whose direction is not known, nobody can say which side is the other one. */
const ofSide = (
  rule: Property,
  side: Side | undefined,
  read: (rule: Property, side: Side) => readonly Settled<string>[],
): readonly Settled<string>[] =>
  side === undefined ? [unknown('the direction is not known', rule.get('direction').at)] : read(rule, side);

/** Blocks, tags and application security groups of a side, as they are written. */
function writtenSide(rule: Property, side: Side): readonly Settled<string>[] {
  return [...prefixes(rule, side), ...applicationGroups(rule, side)];
}

const prefixes = (rule: Property, side: Side): readonly Settled<string>[] => [
  ...textsOf(rule.get(`${side}_address_prefix`)),
  ...textsOf(rule.get(`${side}_address_prefixes`)),
];

/** The texts of a property that is one text or a list. What is not settled is one text of which nothing is known. */
function textsOf(property: Property): readonly Settled<string>[] {
  const texts = otherwise(property.texts(), [], 'not written');
  if (texts.state === 'unknown') return [unknown(texts.why, texts.at)];
  return texts.value.filter((text) => text.state === 'unknown' || text.value !== '');
}

/** An application security group is told by the resource that it leads to, else by its id. */
const applicationGroups = (rule: Property, side: Side): readonly Settled<string>[] =>
  itemsOf(rule.get(`${side}_application_security_group_ids`)).map((group) => {
    const [reference] = group.references();
    if (reference) return known(`group ${reference.id}`, group.at);
    return otherwise(group.text(), '', 'not written');
  });

function peersOf(rule: Property, side: Side): readonly Settled<string>[] {
  const written = prefixes(rule, side);
  if (written.length > 0) return written.flatMap(cidrsOf);
  if (applicationGroups(rule, side).length > 0) return [];
  return [unknown(`no ${side} is written`, rule.get(`${side}_address_prefix`).at)];
}

/** Words for every address. The tag `Internet` is every public one. */
const everywhere: readonly string[] = ['*', 'any', 'internet'];

/**
 * The CIDR blocks that a source or destination means. Other service tags (`VirtualNetwork`, `AzureLoadBalancer`,
 * `Storage.WestEurope`) mean networks of one's own or of services, and none that everybody is in.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/service-tags-overview#available-service-tags
 */
function cidrsOf(text: Settled<string>): readonly Settled<string>[] {
  if (text.state === 'unknown') return [text];
  const { value, at } = text;
  if (everywhere.includes(value.toLowerCase()))
    return [known('0.0.0.0/0', at, `"${value}" is every address`), known('::/0', at, `"${value}" is every address`)];
  if (isCidr(value)) return [text];
  return /^[a-z]\w*(\.\w+)*$/i.test(value) ? [] : [unknown(`"${value}" is no block and no service tag`, at)];
}

function everySourcePort(rule: Property): Settled<boolean> {
  const written = [...textsOf(rule.get('source_port_range')), ...textsOf(rule.get('source_port_ranges'))];
  const [first] = written;
  if (!first) return known(true, rule.get('source_port_range').at, 'no source port is named');
  const open = written.find((text) => text.state === 'unknown');
  if (open) return unknown(open.why, open.at);
  return known(
    written.some((text) => text.state === 'known' && ['*', '0-65535', '1-65535'].includes(text.value)),
    first.at,
  );
}

/** All ports where the protocol has none. */
function portsOf(rule: Property, protocol: Settled<string>): readonly Settled<PortRange>[] {
  const { at } = rule.get('destination_port_range');
  if (protocol.state === 'known' && !['all', 'tcp', 'udp'].includes(protocol.value))
    return [known(everyPort, at, `all ports of protocol ${protocol.value}`)];
  const written = [...textsOf(rule.get('destination_port_range')), ...textsOf(rule.get('destination_port_ranges'))];
  return written.length > 0 ? written.flatMap(rangesOf) : [unknown('no port is written', at)];
}

/** `*`, `22` or `8000-9000`; several with commas between. */
function rangesOf(text: Settled<string>): readonly Settled<PortRange>[] {
  if (text.state === 'unknown') return [unknown(text.why, text.at)];
  return text.value.split(',').map((part): Settled<PortRange> => {
    const [, first, last = first] = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(part) ?? [];
    if (part.trim() === '*') return known(everyPort, text.at);
    if (first === undefined) return unknown(`"${part}" is no port and no range of ports`, text.at);
    return known({ from: Number(first), to: Number(last) }, text.at);
  });
}
