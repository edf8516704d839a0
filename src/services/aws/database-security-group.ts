import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { known, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';

const groups = ['AWS::RDS::DBSecurityGroup', 'AWS::Redshift::ClusterSecurityGroup'];
const separate: Readonly<Record<string, string>> = {
  'AWS::RDS::DBSecurityGroupIngress': 'DBSecurityGroupName',
  'AWS::Redshift::ClusterSecurityGroupIngress': 'ClusterSecurityGroupName',
};
const terraformGroups = ['aws_db_security_group', 'aws_redshift_security_group'];

/**
 * Security groups of the databases' own, from before there were VPCs. A rule opens the port of every database that uses
 * the group.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbsecuritygroup.html
 */
export const databaseSecurityGroup: Service = {
  name: 'database-security-group',
  types: { cloudformation: [...groups, ...Object.keys(separate)], terraform: terraformGroups },
  facts: (resource, graph) =>
    Object.hasOwn(separate, resource.type) ? separateRuleFacts(resource, graph) : groupFacts(resource, graph),
};

function* groupFacts(group: Resource, graph: ResourceGraph): Iterable<Fact> {
  const inline = property(group, 'DBSecurityGroupIngress', 'ingress');
  const rules = otherwise(inline.list(), [], 'no rule');
  for (const rule of rules.state === 'known' ? rules.value : [inline])
    yield ruleFact(rule.get(group.vocabulary === 'cloudformation' ? 'CIDRIP' : 'cidr'), group);
  for (const [type, target] of Object.entries(separate))
    for (const rule of graph.companions(group, [type], target).certain)
      yield ruleFact(rule.properties.get('CIDRIP'), group, rule);
}

/** A rule whose group is not in the graph, or cannot be told, answers for itself. */
function* separateRuleFacts(rule: Resource, graph: ResourceGraph): Iterable<Fact> {
  const target = rule.properties.get(separate[rule.type] ?? '');
  if (graph.follow(target, groups).state !== 'linked') yield ruleFact(rule.properties.get('CIDRIP'), rule);
}

function ruleFact(cidr: Property, subject: Resource, rule?: Resource): Fact {
  const peers = otherwise(cidr.text(), undefined, 'a security group, no CIDR block');
  return {
    kind: 'ingress-rule',
    noun: 'database security group',
    subject,
    peers: known(peersOf(peers), cidr.at),
    ports: known({ from: 0, to: 65535 }, cidr.at, 'whichever port the database listens on'),
    protocol: known('tcp', cidr.at),
    ...(rule && { related: [rule] }),
  };
}

const peersOf = (cidr: Settled<string | undefined>): readonly Settled<string>[] =>
  cidr.state === 'unknown'
    ? [unknown(cidr.why, cidr.at)]
    : cidr.value === undefined
      ? []
      : [known(cidr.value, cidr.at)];
