import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';

export const targetGroups = ['AWS::ElasticLoadBalancingV2::TargetGroup', 'aws_alb_target_group', 'aws_lb_target_group'];

/** Functions are called through the API of Lambda; what passes through TCP and UDP is the targets' to say. */
export function* targetGroupFacts(group: Resource): Iterable<Fact> {
  const type = otherwise(property(group, 'TargetType', 'target_type').text(), 'instance', 'instances by default');
  if (type.state === 'known' && type.value === 'lambda') return;
  const protocol = property(group, 'Protocol', 'protocol').text();
  const named = protocol.state === 'known' ? protocol.value.toUpperCase() : undefined;
  if (named !== undefined && !['HTTP', 'HTTPS', 'TLS'].includes(named)) return;
  yield { kind: 'backend-transit', noun: 'target group', subject: group, plaintext: isPlain(group, type) };
}

function isPlain(group: Resource, type: Settled<string>): Settled<boolean> {
  const protocol = property(group, 'Protocol', 'protocol').text();
  if (protocol.state === 'absent') return unknown('no protocol is written', protocol.at);
  const plain = map(protocol, (name) => name.toUpperCase() === 'HTTP');
  const maybe = plain.state === 'known' && plain.value && type.state === 'unknown';
  return maybe ? unknown(type.why, type.at) : plain.state === 'known' ? known(plain.value, plain.at) : plain;
}
