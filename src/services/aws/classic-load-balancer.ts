import type { DataInTransit, Fact, TlsVersion } from '../../model/fact';
import type { Companions, ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, is } from '../../model/truth';
import { chain, known, map, narrow, otherwise, unknown, type Place, type Settled } from '../../model/value';
import type { Service } from '../service';
import { classicBalancers, facesInternet } from './balancer';
import { classicNormalization, classicZones } from './balancer-attributes';
import { classicAccessLog, classicListenerFacts } from './classic-listener';
import { withConnectionFloor } from './connection-floor';
import { defaultSecurityPolicy, oldestTlsOfPolicy } from './elb-security-policy';
import { itemsOf } from './items';

export const classicLoadBalancer: Service = {
  name: 'classic-load-balancer',
  types: {
    cloudformation: ['AWS::ElasticLoadBalancing::LoadBalancer'],
    terraform: [
      'aws_elb',
      'aws_lb_ssl_negotiation_policy',
      'aws_load_balancer_listener_policy',
      'aws_load_balancer_policy',
    ],
  },
  facts: (resource, graph) =>
    classicBalancers.includes(resource.type) ? balancerFacts(resource, graph) : lonelyPolicyFacts(resource, graph),
};

function* balancerFacts(balancer: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'classic load balancer', subject: balancer };
  yield { kind: 'public-endpoint', role: 'front', public: facesInternet(balancer), ...about };
  for (const listener of itemsOf(property(balancer, 'Listeners', 'listener'))) {
    yield* withConnectionFloor(listenerFacts(about, listener, graph));
    yield* classicListenerFacts(about, listener, graph);
  }
  yield classicAccessLog(about);
  yield classicZones(about);
  if (balancer.vocabulary === 'terraform') yield classicNormalization(about);
}

/** HTTP is plain text. What passes through TCP is the instances' to say. */
function* listenerFacts(
  about: { readonly noun: string; readonly subject: Resource },
  listener: Property,
  graph: ResourceGraph,
): Iterable<DataInTransit> {
  const cloudformation = about.subject.vocabulary === 'cloudformation';
  const protocol = listener.get(cloudformation ? 'Protocol' : 'lb_protocol');
  const name = map(otherwise(protocol.text(), '', 'no protocol'), (text) => text.toUpperCase());
  if (name.state === 'known' && name.value === 'TCP') return;
  const plaintext = chain(name, (text): Settled<boolean> =>
    ['HTTP', 'HTTPS', 'SSL'].includes(text)
      ? known(text === 'HTTP', protocol.at)
      : unknown('no protocol of a classic balancer', protocol.at),
  );
  const encrypted = name.state === 'known' && (name.value === 'HTTPS' || name.value === 'SSL');
  if (!encrypted) {
    yield { kind: 'data-in-transit', plaintext, ...about };
    return;
  }
  const { oldestTls, related } = cloudformation
    ? { oldestTls: writtenPolicy(about.subject, listener), related: [] }
    : separatePolicy(about.subject, listener, graph);
  yield { kind: 'data-in-transit', plaintext, oldestTls, related, ...about };
}

const byDefault = (at: Place): Settled<TlsVersion> =>
  oldestTlsOfPolicy(known(defaultSecurityPolicy, at, `${defaultSecurityPolicy} where no policy is named`));

/** CloudFormation writes the policies beside the listeners, which name them. */
function writtenPolicy(balancer: Resource, listener: Property): Settled<TlsVersion> {
  const named = otherwise(listener.get('PolicyNames').texts(), [], 'no policy is named');
  const policies = otherwise(balancer.properties.get('Policies').list(), [], 'no policy is written');
  if (named.state === 'unknown') return unknown(named.why, named.at);
  if (named.value.length === 0) return byDefault(listener.get('PolicyNames').at);
  if (policies.state === 'unknown') return unknown(policies.why, policies.at);
  const open = named.value.find((name) => name.state === 'unknown');
  if (open) return unknown(open.state === 'unknown' ? open.why : '', open.at);
  const names = named.value.flatMap((name) => (name.state === 'known' ? [name.value] : []));
  const candidates = policies.value.map((policy) => ({
    policy,
    wanted: all(
      is(otherwise(policy.get('PolicyName').text(), '', 'no name'), (name) => names.includes(name), 'its name'),
      is(otherwise(policy.get('PolicyType').text(), '', 'no type'), (type) => type === negotiation, 'its type'),
    ),
  }));
  const found = candidates.find(({ wanted }) => wanted.holds);
  if (found) return ofAttributes(found.policy.get('Attributes'), 'Name', 'Value');
  const maybe = candidates.find(({ wanted }) => wanted.holds === undefined);
  return maybe
    ? unknown('a policy may be of this listener, and is not known', maybe.policy.at)
    : byDefault(listener.get('PolicyNames').at);
}

const negotiation = 'SSLNegotiationPolicyType';

function textOf(property: Property): string {
  const text = property.text();
  return text.state === 'known' ? text.value : '';
}

/** Terraform writes the policies apart: for one port, or for a name that a listener's port is given. */
function separatePolicy(
  balancer: Resource,
  listener: Property,
  graph: ResourceGraph,
): { readonly oldestTls: Settled<TlsVersion>; readonly related: readonly Resource[] } {
  const direct = policyOfPort(balancer, listener, graph, negotiationPolicies);
  if (direct.policy)
    return {
      oldestTls: ofAttributes(direct.policy.properties.get('attribute'), 'name', 'value'),
      related: [direct.policy],
    };
  const { policy: given, possible } = policyOfPort(balancer, listener, graph, listenerPolicies);
  const [maybe] = [...direct.possible, ...possible];
  if (!given && maybe)
    return {
      oldestTls: unknown(`a policy may be of this listener: ${maybe.why}`, { id: maybe.resource.id, path: [] }),
      related: [],
    };
  if (!given) return { oldestTls: byDefault(listener.at), related: [] };
  const links = graph.followAll(given.properties.get('policy_names'), ['aws_load_balancer_policy']);
  const policies = links.flatMap((link) => (link.state === 'linked' ? [link.resource] : []));
  const named = otherwise(given.properties.get('policy_names').texts(), [], 'no policy is named');
  const names = named.state === 'known' ? named.value.flatMap((name) => (name.state === 'known' ? [name.value] : [])) : []; // prettier-ignore
  const policy = [
    ...policies,
    ...graph.ofType('aws_load_balancer_policy').filter(({ properties }) => names.includes(textOf(properties.get('policy_name')))),
  ].find(({ properties }) => textOf(properties.get('policy_type_name')) === negotiation); // prettier-ignore
  return policy
    ? { oldestTls: ofAttributes(policy.properties.get('policy_attribute'), 'name', 'value'), related: [given, policy] }
    : {
        oldestTls: unknown('its policies are not in the input', given.properties.get('policy_names').at),
        related: [given],
      };
}

/** Resources that give a port of a balancer its policy: where they name the balancer, and the port. */
interface PortPolicies {
  readonly type: string;
  readonly owner: string;
  readonly port: string;
}

const negotiationPolicies: PortPolicies = {
  type: 'aws_lb_ssl_negotiation_policy',
  owner: 'load_balancer',
  port: 'lb_port',
};
const listenerPolicies: PortPolicies = {
  type: 'aws_load_balancer_listener_policy',
  owner: 'load_balancer_name',
  port: 'load_balancer_port',
};

/** The policy of a listener's port. One whose balancer or port cannot be told is possible, and so are all of an unknown port. */
function policyOfPort(
  balancer: Resource,
  listener: Property,
  graph: ResourceGraph,
  { type, owner, port }: PortPolicies,
): { readonly policy?: Resource; readonly possible: Companions['possible'] } {
  const { certain, possible } = graph.companions(balancer, [type], owner);
  const own = listener.get('lb_port').text();
  const ports = certain.map((resource) => ({ resource, named: resource.properties.get(port).text() }));
  const policy = ports.find(
    ({ named }) => own.state === 'known' && named.state === 'known' && own.value === named.value,
  );
  if (policy) return { policy: policy.resource, possible };
  const open = ports.flatMap(({ resource, named }) => {
    const unsettled = [own, named].find(({ state }) => state === 'unknown');
    return unsettled?.state === 'unknown' ? [{ resource, why: unsettled.why }] : [];
  });
  return { possible: [...open, ...possible] };
}

const versions: ReadonlyMap<string, TlsVersion> = new Map([
  ['Protocol-SSLv3', 'ssl3'],
  ['Protocol-TLSv1', '1.0'],
  ['Protocol-TLSv1.1', '1.1'],
  ['Protocol-TLSv1.2', '1.2'],
]);

/**
 * The oldest version of a negotiation policy: of the predefined policy that it refers to, or of those it switches on.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html
 */
function ofAttributes(attributes: Property, name: string, value: string): Settled<TlsVersion> {
  const list = otherwise(attributes.list(), [], 'no attribute');
  if (list.state === 'unknown') return unknown(list.why, list.at);
  const of = (key: string): Property | undefined =>
    list.value.find((attribute) => textOf(attribute.get(name)) === key)?.get(value);
  const nameless = list.value.map((attribute) => attribute.get(name).text()).find(({ state }) => state === 'unknown');
  const reference = of('Reference-Security-Policy');
  if (reference) return oldestTlsOfPolicy(otherwise(reference.text(), defaultSecurityPolicy, 'no policy is named'));
  for (const [key, version] of versions) {
    const flag = of(key)?.flag();
    if (flag?.state === 'unknown') return unknown(flag.why, flag.at);
    if (flag?.state !== 'known' || !flag.value) continue;
    const older = [...versions.values()];
    // What has no known name may switch on an older version still.
    return nameless?.state === 'unknown'
      ? narrow(unknown(nameless.why, nameless.at, older.slice(0, older.indexOf(version) + 1)))
      : known(version, flag.at);
  }
  return unknown('the policy switches no version on', attributes.at);
}

/** A policy whose balancer is not managed here answers for itself. */
function* lonelyPolicyFacts(policy: Resource, graph: ResourceGraph): Iterable<Fact> {
  const direct = policy.type === 'aws_lb_ssl_negotiation_policy';
  if (policy.type === 'aws_load_balancer_listener_policy') return;
  if (!direct && textOf(policy.properties.get('policy_type_name')) !== negotiation) return;
  const owner = graph.follow(policy.properties.get(direct ? 'load_balancer' : 'load_balancer_name'), classicBalancers);
  if (owner.state === 'linked' && owner.resource.mode === 'managed') return;
  yield {
    kind: 'data-in-transit',
    noun: 'negotiation policy',
    subject: policy,
    oldestTls: ofAttributes(policy.properties.get(direct ? 'attribute' : 'policy_attribute'), 'name', 'value'),
  };
}
