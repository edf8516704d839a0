import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { isStar, label, somePattern } from '../../model/policy-patterns';
import { allows, includesEveryone, someStatement } from '../../model/policy-questions';
import type { Element, PolicyDocument, Statement } from '../../model/policy';
import { property, type Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, truth, type Truth } from '../../model/truth';
import { known, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { vpcs } from './flow-log';
import { attachedPolicies, type PolicyPlaces } from './resource-policy';
import { usageFact } from './usage';

const endpoints = ['AWS::EC2::VPCEndpoint', 'aws_vpc_endpoint'];

const places: PolicyPlaces = {
  noun: 'VPC endpoint',
  inline: ['PolicyDocument', 'policy'],
  companions: [{ types: ['aws_vpc_endpoint_policy'], target: [null, 'vpc_endpoint_id'], document: [null, 'policy'] }],
};

export const vpcEndpoint: Service = {
  name: 'vpc-endpoint',
  types: {
    cloudformation: ['AWS::EC2::VPCEndpoint'],
    terraform: [
      'aws_vpc_endpoint',
      'aws_vpc_endpoint_policy',
      'aws_vpc_endpoint_private_dns',
      // Which tables, subnets and groups an endpoint has: they are judged themselves.
      'aws_vpc_endpoint_route_table_association',
      'aws_vpc_endpoint_security_group_association',
      'aws_vpc_endpoint_subnet_association',
    ],
  },
  *facts(endpoint, graph) {
    if (!endpoints.includes(endpoint.type)) return;
    const about = { noun: places.noun, subject: endpoint };
    const type = otherwise(property(endpoint, 'VpcEndpointType', 'vpc_endpoint_type').text(), 'Gateway', 'a gateway unless told otherwise'); // prettier-ignore
    if (type.state === 'unknown' || ['Gateway', 'Interface'].includes(type.value)) yield policyFact(about, graph);
    if (type.state === 'known' && type.value === 'Gateway')
      yield usageFact(
        about,
        [property(endpoint, 'RouteTableIds', 'route_table_ids')],
        [graph.companions(endpoint, ['aws_vpc_endpoint_route_table_association'], 'vpc_endpoint_id')],
      );
    if (type.state === 'known' && type.value === 'Interface' && !isOfSomebody(endpoint))
      yield { kind: 'network-path', path: 'public-name', open: passedBy(endpoint, graph), ...about };
  },
};

/** Services of others than AWS have private names only where their owner set them up. */
function isOfSomebody(endpoint: Resource): boolean {
  const name = property(endpoint, 'ServiceName', 'service_name').text();
  return name.state === 'known' ? /\bvpce-svc-/.test(name.value) : property(endpoint, 'ServiceName', 'service_name').references().length > 0; // prettier-ignore
}

/** The default policy lets everybody do everything with every resource of the service. */
function policyFact(about: { readonly noun: string; readonly subject: Resource }, graph: ResourceGraph): Fact {
  const { policies, possible } = attachedPolicies(about.subject, graph, places);
  const at = { id: about.subject.id, path: [] };
  const open = [
    ...policies.map(({ document }) => letsEverythingThrough(document)),
    ...possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `may be its policy: ${why}`)),
  ];
  const [first] = open;
  const whole = first ? any(...open) : truth(true, at, 'the default policy lets everything through');
  return {
    kind: 'endpoint-policy',
    confined: settledTruth(not(whole), at),
    related: policies.flatMap(({ companion }) => companion ?? []),
    ...about,
  };
}

const letsEverythingThrough = (document: PolicyDocument): Truth =>
  someStatement(
    document,
    (statement) =>
      all(
        allows(statement),
        includesEveryone(statement),
        isEverything(statement, statement.actions),
        isEverything(statement, statement.resources),
        is(statement.conditions, (conditions) => conditions.length === 0, 'conditions'),
      ),
    'statements of the endpoint policy',
  );

function isEverything(statement: Statement, element: Element | undefined): Truth {
  const note = `${label(statement)} names everything`;
  if (!element) return truth(false, statement.at, note);
  return element.negated
    ? truth(true, element.patterns.at, `${label(statement)} names everything but some`)
    : somePattern(element.patterns, isStar, note);
}

/**
 * Without private DNS the usual name of a service leads past its endpoint; without DNS resolution in the network, so it
 * does with it. (EC2 refuses private DNS in a network without DNS host names.)
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
function passedBy(endpoint: Resource, graph: ResourceGraph): Settled<boolean> {
  const apart = graph.companions(endpoint, ['aws_vpc_endpoint_private_dns'], 'vpc_endpoint_id').certain;
  const flags = [
    property(endpoint, 'PrivateDnsEnabled', 'private_dns_enabled'),
    ...apart.map(({ properties }) => properties.get('private_dns_enabled')),
  ].map((one) =>
    is(otherwise(one.flag(), false, 'private DNS is off unless told otherwise'), (on) => on, 'private DNS'),
  );
  const network = graph.follow(property(endpoint, 'VpcId', 'vpc_id'), vpcs);
  const resolves =
    network.state === 'linked'
      ? otherwise(property(network.resource, 'EnableDnsSupport', 'enable_dns_support').flag(), true, 'DNS resolution is on by default') // prettier-ignore
      : known(true, property(endpoint, 'VpcId', 'vpc_id').at, 'DNS resolution is on by default');
  return settledTruth(
    not(
      all(
        any(...flags),
        is(resolves, (on) => on, 'DNS resolution of the network'),
      ),
    ),
    { id: endpoint.id, path: [] },
  );
}
