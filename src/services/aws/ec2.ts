import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { known, map, otherwise, type Value } from '../../model/value';
import type { Context, Service } from '../service';
import { storageFacts } from './block-devices';
import { tokenRequired } from './instance-metadata';
import { imageTrust } from './machine-image';
import { userDataFacts } from './user-data';
import { itemsOf } from './items';
import { machineRole } from './machine-role';
import { inherited, instances, launchTemplates, templateData, templateOf, type Machine } from './machine';
import { inBackupPlan } from './backup-plan';
import { groupsOf } from './auto-scaling';
import { addressUsage } from './elastic-address';
import { instancePlacement } from './network-placement';
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
    if (launchTemplates.includes(resource.type)) return templateFacts(resource, graph, context);
    if (configurations.includes(resource.type)) return configurationFacts(resource, graph, context);
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
  yield instancePlacement(about, machine);
  yield* startFacts(about, machine, graph);
  yield { kind: 'monitoring', detailed: monitored(machine), ...about };
  yield machineRole(about, machine, graph);
  yield* ownershipFacts(about, machine, graph);
}

/** The text that a machine is started with, and whose image it runs. */
function* startFacts(
  about: { readonly noun: string; readonly subject: Resource },
  machine: Machine,
  graph: ResourceGraph,
): Iterable<Fact> {
  const keys = machine.vocabulary === 'cloudformation' ? ['UserData'] : ['user_data', 'user_data_base64'];
  yield* userDataFacts(
    about,
    keys.map((key) => machine.written.get(key)),
  );
  const trust = imageTrust(machine, graph);
  if (trust) yield { kind: 'image', trusted: trust.trusted, related: [trust.image], ...about };
}

/**
 * Whether a machine is measured every minute rather than every five.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html
 */
function monitored(machine: Machine) {
  const read = (written: Property): Value<boolean> => {
    const flag = written.get(machine.vocabulary === 'cloudformation' ? 'Monitoring' : 'monitoring');
    const block = member(flag, machine.vocabulary, 'Enabled', 'enabled').flag();
    const own = flag.flag();
    return own.state === 'known' || block.state === 'absent' ? own : block;
  };
  return otherwise(inherited(machine, read), false, 'machines are measured every five minutes unless told otherwise');
}

/**
 * Whether one call ends a machine, and whether a plan of the input copies it. Spot machines cannot be protected, and where
 * the input plans no copies at all, they are planned elsewhere.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html
 */
function* ownershipFacts(
  about: { readonly noun: string; readonly subject: Resource },
  machine: Machine,
  graph: ResourceGraph,
): Iterable<Fact> {
  const { subject } = about;
  if (subject.type !== 'aws_spot_instance_request')
    yield {
      kind: 'deletion-protection',
      of: 'service',
      on: otherwise(
        inherited(machine, (written) =>
          member(written, machine.vocabulary, 'DisableApiTermination', 'disable_api_termination').flag(),
        ),
        false,
        'instances can be ended by a call unless told otherwise',
      ),
      ...about,
    };
  if (graph.ofType('AWS::Backup::BackupSelection', 'aws_backup_selection').length === 0) return;
  const none = known(false, { id: subject.id, path: [] }, 'no backup plan of the input names it');
  yield { kind: 'backup', ...about, ...inBackupPlan(subject, none, graph) };
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
  const about = { noun, subject, related: groupsOf(subject, graph) };
  const machine: Machine = { written, vocabulary: subject.vocabulary, template: { state: 'none' } };
  yield* storageFacts(about, machine, graph, context);
  yield metadataFact(about, machine, graph, context);
  yield* startFacts(about, machine, graph);
  const address = writtenAddress(machine);
  if (address.state !== 'absent') yield { kind: 'public-endpoint', role: 'compute', public: address, ...about };
  yield {
    kind: 'address-refusal',
    written: otherwise(
      map(address, (open) => !open),
      false,
      'nothing is said: the subnet decides',
    ),
    ...about,
  };
}

/** A launch configuration is all that its machines are started from. */
function* configurationFacts(subject: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const { properties: written, vocabulary } = subject;
  yield* blueprintFacts(subject, 'launch configuration', written, graph, context);
  const about = { noun: 'launch configuration', subject, related: groupsOf(subject, graph) };
  yield machineRole(about, { written, vocabulary, template: { state: 'none' } }, graph);
}

/** What a template says of measuring holds for whatever is started from it. */
function* templateFacts(template: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const written = templateData(template);
  yield* blueprintFacts(template, 'launch template', written, graph, context);
  yield {
    kind: 'monitoring',
    noun: 'launch template',
    subject: template,
    detailed: monitored({ written, vocabulary: template.vocabulary, template: { state: 'none' } }),
  };
}

const metadataFact = (
  about: { readonly noun: string; readonly subject: Resource },
  machine: Machine,
  graph: ResourceGraph,
  context: Context,
): Fact => ({
  kind: 'instance-metadata',
  tokenRequired: tokenRequired(machine, graph, context),
  ...about,
  ...(machine.template.state === 'linked' && { related: [machine.template.resource] }),
});

/** A fleet may hold specifications of its own; launch templates that it names answer for themselves. */
function* fleetFacts(fleet: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const list = property(fleet, 'SpotFleetRequestConfigData.LaunchSpecifications', 'launch_specification');
  for (const written of itemsOf(list)) yield* blueprintFacts(fleet, 'spot fleet', written, graph, context);
}

/** An elastic address whose instance is not managed here answers for it. Others belong to gateways and balancers. */
function* lonelyAddressFacts(address: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield* addressUsage(address, graph);
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
