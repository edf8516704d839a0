import type { DataInTransit, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Settled, type Value } from '../../model/value';
import type { Service } from '../service';
import { balancersV2, facesInternet } from './balancer';
import {
  balancerAccessLog,
  balancerDeletionProtection,
  balancerNormalization,
  balancerZones,
} from './balancer-attributes';
import { withConnectionFloor } from './connection-floor';
import { defaultSecurityPolicy, oldestTlsOfPolicy } from './elb-security-policy';
import {
  encryptedListenerFacts,
  listenerCertificates,
  listeners,
  lonelyCertificateFacts,
} from './listener-certificate';
import { targetGroupFacts, targetGroups } from './target-group';
import { firewallFact } from './web-acl';

const rules = ['AWS::ElasticLoadBalancingV2::ListenerRule', 'aws_lb_listener_rule', 'aws_alb_listener_rule'];

export const loadBalancer: Service = {
  name: 'load-balancer',
  types: {
    cloudformation: [
      'AWS::ElasticLoadBalancingV2::Listener',
      'AWS::ElasticLoadBalancingV2::ListenerCertificate',
      'AWS::ElasticLoadBalancingV2::ListenerRule',
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      'AWS::ElasticLoadBalancingV2::TargetGroup',
    ],
    terraform: [
      'aws_alb',
      'aws_alb_listener',
      'aws_alb_listener_certificate',
      'aws_alb_listener_rule',
      'aws_alb_target_group',
      'aws_lb',
      'aws_lb_listener',
      'aws_lb_listener_certificate',
      'aws_lb_listener_rule',
      'aws_lb_target_group',
    ],
  },
  facts(resource, graph) {
    const { type } = resource;
    if (balancersV2.includes(type)) return balancerFacts(resource, graph);
    if (targetGroups.includes(type)) return targetGroupFacts(resource);
    if (listenerCertificates.includes(type)) return lonelyCertificateFacts(resource, graph);
    return listeners.includes(resource.type) ? listenerFacts(resource, graph) : lonelyRuleFacts(resource, graph);
  },
};

function* balancerFacts(balancer: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'load balancer', subject: balancer };
  const facing = facesInternet(balancer);
  yield { kind: 'public-endpoint', role: 'front', public: facing, ...about };
  const type = typeOf(balancer);
  yield balancerDeletionProtection(about);
  // Gateway balancers have no access log.
  if (type.state === 'unknown' || type.value !== 'gateway') yield balancerAccessLog(about);
  if (type.state === 'unknown' || type.value === 'application') yield balancerNormalization(about);
  if (type.state === 'unknown' || type.value !== 'application') yield balancerZones(about, type);
  // Only what speaks HTTP can have a web firewall, and only what faces the internet is asked for one.
  if (type.state === 'known' && type.value !== 'application') return;
  if (facing.state === 'known' && !facing.value) return;
  const fact = firewallFact(about, graph);
  const open = facing.state === 'unknown' ? facing : type.state === 'unknown' ? type : undefined;
  const attached = open ? chain(fact.attached, (on) => (on ? fact.attached : unknown<boolean>(open.why, open.at))) : fact.attached; // prettier-ignore
  yield { ...fact, attached };
}

const typeOf = (balancer: Resource): Settled<string> =>
  otherwise(
    property(balancer, 'Type', 'load_balancer_type').text(),
    'application',
    'application unless told otherwise',
  );

function* listenerFacts(listener: Resource, graph: ResourceGraph): Iterable<Fact> {
  const link = graph.follow(property(listener, 'LoadBalancerArn', 'load_balancer_arn'), balancersV2);
  const about = {
    kind: 'data-in-transit' as const,
    noun: 'listener',
    subject: listener,
    ...(link.state === 'linked' && { related: [link.resource] }),
  };
  const protocol = protocolOf(listener, link.state === 'linked' ? link.resource : undefined);
  yield* withConnectionFloor(listens(about, protocol, listener, graph));
  if (protocol.state === 'known') yield* encryptedListenerFacts(listener, protocol.value, graph);
}

/** HTTP is plain text, unless every answer is a redirect to HTTPS. What passes through TCP and UDP is the target's to say. */
function* listens(
  about: Pick<DataInTransit, 'kind' | 'noun' | 'subject' | 'related'>,
  protocol: Settled<string>,
  listener: Resource,
  graph: ResourceGraph,
): Iterable<DataInTransit> {
  if (protocol.state === 'unknown') {
    yield { plaintext: unknown(protocol.why, protocol.at), ...about };
    return;
  }
  if (protocol.value === 'HTTP') yield { ...about, ...answers(listener, graph, about.related ?? []) };
  if (protocol.value !== 'HTTPS' && protocol.value !== 'TLS') return;
  const policy = otherwise(
    property(listener, 'SslPolicy', 'ssl_policy').text(),
    defaultSecurityPolicy,
    `${defaultSecurityPolicy} where no policy is named`,
  );
  yield { plaintext: known(false, protocol.at), oldestTls: oldestTlsOfPolicy(policy), ...about };
}

/** Application balancers listen for HTTP unless told otherwise; network balancers must be told; gateways have none. */
function protocolOf(listener: Resource, balancer: Resource | undefined): Settled<string> {
  const written: Value<string> = property(listener, 'Protocol', 'protocol').text();
  if (written.state === 'known') return { ...written, value: written.value.toUpperCase() };
  if (written.state === 'unknown') return written;
  const type = balancer ? typeOf(balancer) : unknown<string>('its balancer is not in the input', written.at);
  return chain(type, (name) =>
    known(name === 'application' ? 'HTTP' : 'opaque', written.at, `the protocol of a listener of type ${name}`),
  );
}

function answers(
  listener: Resource,
  graph: ResourceGraph,
  related: readonly Resource[],
): Pick<DataInTransit, 'plaintext' | 'related'> {
  const { certain, possible } = graph.companions(listener, rules, ruleKey(listener), listeners);
  const answered = certain.map((rule) => ({ rule, serves: not(redirects(rule)) }));
  const plaintext = any(
    not(redirects(listener)),
    ...answered.map(({ serves }) => serves),
    ...possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `may be a rule of it: ${why}`)),
  );
  return {
    plaintext: settledTruth(plaintext, { id: listener.id, path: [] }),
    related: [...related, ...answered.filter(({ serves }) => serves.holds !== false).map(({ rule }) => rule)],
  };
}

const ruleKey = ({ vocabulary }: Resource): string =>
  vocabulary === 'cloudformation' ? 'ListenerArn' : 'listener_arn';

/** Whether a listener or rule redirects to HTTPS. A redirect that names no protocol keeps that of the request. */
function redirects(resource: Resource): Truth {
  const cloudformation = resource.vocabulary === 'cloudformation';
  const isRule = rules.includes(resource.type);
  const actions = property(resource, isRule ? 'Actions' : 'DefaultActions', isRule ? 'action' : 'default_action');
  return some(
    otherwise(actions.list(), [], 'no action'),
    (action) => {
      const block = cloudformation ? action.get('RedirectConfig', 'Protocol') : action.get('redirect', 'protocol');
      return is(otherwise(block.text(), '#{protocol}', 'answers as it was asked'), (text) => text.toUpperCase() === 'HTTPS', 'redirect'); // prettier-ignore
    },
    'redirect',
  );
}

/** A rule whose listener is not managed here answers for itself, as far as the listener can be seen. */
function* lonelyRuleFacts(rule: Resource, graph: ResourceGraph): Iterable<Fact> {
  const key = rule.properties.get(ruleKey(rule));
  const link = graph.follow(key, listeners);
  if (link.state === 'linked' && link.resource.mode === 'managed') return;
  const protocol = link.state === 'linked' ? protocolOf(link.resource, undefined) : undefined;
  const encrypted = protocol?.state === 'known' && protocol.value !== 'HTTP';
  const redirected = redirects(rule);
  const at = { id: rule.id, path: [] };
  const speaks = protocol?.state === 'known' ? truth(!encrypted, key.at, `its listener speaks ${protocol.value}`) : truth(undefined, key.at, 'its listener is not in the input'); // prettier-ignore
  yield {
    kind: 'data-in-transit',
    noun: 'listener rule',
    subject: rule,
    plaintext: settledTruth(redirected.holds === true ? not(redirected) : speaks, at),
  };
}
