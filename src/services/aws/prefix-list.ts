import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from './items';

const lists = ['AWS::EC2::PrefixList', 'aws_ec2_managed_prefix_list'];
const entries = 'aws_ec2_managed_prefix_list_entry';

/** The CIDR blocks of a prefix list that a rule names. Lists from elsewhere, such as AWS's own, are left out. */
export function prefixListCidrs(named: Property, graph: ResourceGraph): readonly Settled<string>[] {
  return graph
    .followAll(named, lists)
    .flatMap((link) => (link.state === 'linked' ? cidrsOf(link.resource, graph) : []));
}

function cidrsOf(list: Resource, graph: ResourceGraph): readonly Settled<string>[] {
  const inline = itemsOf(property(list, 'Entries', 'entry')).map((item) =>
    member(item, list.vocabulary, 'Cidr', 'cidr'),
  );
  const apart = graph.companions(list, [entries], 'prefix_list_id', lists).certain;
  return [...inline, ...apart.map(({ properties }) => properties.get('cidr'))].map((cidr) => {
    const text = otherwise(cidr.text(), '', 'no block');
    return text.state === 'known' ? text : unknown(text.why, text.at);
  });
}
