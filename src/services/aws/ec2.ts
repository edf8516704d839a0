import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { known, map, otherwise } from '../../model/value';
import type { Context, Service } from '../service';
import { storageFacts } from './block-devices';
import { tokenRequired } from './instance-metadata';
import { itemsOf } from './items';
import { instances, launchTemplates, templateData, templateOf, type Machine } from './machine';
import { elasticAddresses, instanceAddress, instanceKey, writtenAddress } from './public-address';

const configurations = ['AWS::AutoScaling::LaunchConfiguration', 'aws_launch_configuration'];
const fleets = ['AWS::EC2::SpotFleet', 'aws_spot_fleet_request'];

export const ec2: Service = {
  name: 'ec2',
  types: {
    cloudformation: [
      'AWS::AutoScaling::LaunchConfiguration',
      'AWS::EC2::EIP',
      'AWS::EC2::EIPAssociation',
      'AWS::EC2::Instance',
      'AWS::EC2::LaunchTemplate',
      'AWS::EC2::SpotFleet',
    ],
    terraform: [
      'aws_ec2_instance_metadata_defaults',
      'aws_eip',
      'aws_eip_association',
      'aws_instance',
      'aws_launch_configuration',
      'aws_launch_template',
      'aws_spot_fleet_request',
      'aws_spot_instance_request',
    ],
  },
  facts(resource, graph, context) {
    if (instances.includes(resource.type)) return instanceFacts(resource, graph, context);
    if (fleets.includes(resource.type)) return fleetFacts(resource, graph, context);
    if (launchTemplates.includes(resource.type))
      return blueprintFacts(resource, 'launch template', templateData(resource), graph, context);
    if (configurations.includes(resource.type))
      return blueprintFacts(resource, 'launch configuration', resource.properties, graph, context);
    if (elasticAddresses.includes(resource.type)) return lonelyAddressFacts(resource, graph);
    return [metadataDefaultFact(resource)];
  },
};

function* instanceFacts(instance: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const noun = instance.type === 'aws_spot_instance_request' ? 'spot instance' : 'EC2 instance';
  const about = { noun, subject: instance };
  const { vocabulary, properties } = instance;
  const machine: Machine = { written: properties, vocabulary, template: templateOf(instance, graph) };
  yield* storageFacts(about, machine, graph, context);
  yield metadataFact(about, machine, graph, context);
  yield instanceAddress(about, machine, graph);
}

/**
 * What machines are started from. Where it says nothing of public addresses, the subnets decide that the machines are
 * started in, and answer for it themselves.
 */
function* blueprintFacts(
  subject: Resource,
  noun: string,
  written: Property,
  graph: ResourceGraph,
  context: Context,
): Iterable<Fact> {
  const about = { noun, subject };
  const machine: Machine = { written, vocabulary: subject.vocabulary, template: { state: 'none' } };
  yield* storageFacts(about, machine, graph, context);
  yield metadataFact(about, machine, graph, context);
  const address = writtenAddress(machine);
  if (address.state !== 'absent') yield { ...about, kind: 'public-endpoint', role: 'compute', public: address };
}

const metadataFact = (
  about: { readonly noun: string; readonly subject: Resource },
  machine: Machine,
  graph: ResourceGraph,
  context: Context,
): Fact => ({
  ...about,
  kind: 'instance-metadata',
  tokenRequired: tokenRequired(machine, graph, context),
  ...(machine.template.state === 'linked' && { related: [machine.template.resource] }),
});

/** A fleet may hold specifications of its own; launch templates that it names answer for themselves. */
function* fleetFacts(fleet: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const list = property(fleet, 'SpotFleetRequestConfigData.LaunchSpecifications', 'launch_specification');
  for (const written of itemsOf(list)) yield* blueprintFacts(fleet, 'spot fleet', written, graph, context);
}

/** An elastic address whose instance is not managed here answers for it. Others belong to gateways and balancers. */
function* lonelyAddressFacts(address: Resource, graph: ResourceGraph): Iterable<Fact> {
  const named = address.properties.get(instanceKey(address));
  const link = graph.follow(named, instances);
  if (link.state === 'absent' || (link.state === 'linked' && link.resource.mode === 'managed')) return;
  yield {
    kind: 'public-endpoint',
    noun: 'instance of the elastic address',
    subject: address,
    role: 'compute',
    public: known(true, named.at, 'an elastic address'),
  };
}

/** What the account's new instances do where nothing else is said. */
const metadataDefaultFact = (defaults: Resource): Fact => ({
  kind: 'instance-metadata',
  noun: 'default of new instances',
  subject: defaults,
  tokenRequired: otherwise(
    map(defaults.properties.get('http_tokens').text(), (tokens) => tokens === 'required'),
    false,
    'session tokens are optional unless the image says otherwise',
  ),
});
