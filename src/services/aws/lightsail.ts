import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { all, is, settledTruth, some } from '../../model/truth';
import { known, map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { administratorName } from './administrator-name';
import { itemsOf } from './items';
import { portRange, protocolName } from './network-rule';
import { secretFacts } from './secret-facts';
import { userDataFacts } from './user-data';

const instances = ['AWS::Lightsail::Instance', 'aws_lightsail_instance'];
const ports = 'aws_lightsail_instance_public_ports';
const databases = ['AWS::Lightsail::Database', 'aws_lightsail_database'];
const bucket = 'AWS::Lightsail::Bucket';

export const lightsail: Service = {
  name: 'lightsail',
  types: {
    cloudformation: [
      // Disks are always encrypted; names, addresses and balancers of what is listed beside them.
      'AWS::Lightsail::Alarm',
      bucket,
      'AWS::Lightsail::Certificate',
      'AWS::Lightsail::Database',
      'AWS::Lightsail::Disk',
      'AWS::Lightsail::Instance',
      'AWS::Lightsail::LoadBalancer',
      'AWS::Lightsail::LoadBalancerTlsCertificate',
      'AWS::Lightsail::StaticIp',
    ],
    terraform: [
      'aws_lightsail_certificate',
      'aws_lightsail_database',
      'aws_lightsail_disk',
      'aws_lightsail_disk_attachment',
      'aws_lightsail_domain',
      'aws_lightsail_domain_entry',
      'aws_lightsail_instance',
      ports,
      'aws_lightsail_key_pair',
      'aws_lightsail_lb',
      'aws_lightsail_lb_attachment',
      'aws_lightsail_lb_certificate',
      'aws_lightsail_lb_certificate_attachment',
      'aws_lightsail_static_ip',
      'aws_lightsail_static_ip_attachment',
    ],
  },
  *facts(resource, graph) {
    if (resource.type === 'AWS::Lightsail::Instance')
      yield* portFacts(resource, resource.properties.get('Networking', 'Ports'), resource);
    if (instances.includes(resource.type)) yield* machineFacts(resource);
    if (resource.type === ports) yield* publicPortFacts(resource, graph);
    if (databases.includes(resource.type)) yield* databaseFacts(resource);
    if (resource.type === bucket) yield bucketFact(resource);
  },
};

/**
 * What a machine is started with, and whether copies are made of it: only where its add-on is switched on.
 *
 * @see https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-configuring-automatic-snapshots.html
 */
function* machineFacts(machine: Resource): Iterable<Fact> {
  const about = { noun: 'Lightsail instance', subject: machine };
  yield* userDataFacts(about, [property(machine, 'UserData', 'user_data')]);
  const list = property(machine, 'AddOns', 'add_on');
  const addOns = otherwise(list.list(), [], 'copies are made only where the add-on is switched on');
  const isOn = (addOn: Property) => {
    const read = (cloudformation: string, terraform: string) =>
      otherwise(member(addOn, machine.vocabulary, cloudformation, terraform).text(), '', 'not said');
    return all(
      is(read('AddOnType', 'type'), (type) => type === 'AutoSnapshot', 'add-on'),
      // CloudFormation takes an add-on that says nothing of its state for one that is wanted.
      is(read('Status', 'status'), (status) => status !== 'Disabled', 'state of the add-on'),
    );
  };
  yield { kind: 'backup', kept: settledTruth(some(addOns, isOn, 'automatic snapshots'), list.at), ...about };
}

/** A port that is opened without saying to whom is open to everyone. */
function* portFacts(written: Resource, list: Property, subject: Resource): Iterable<Fact> {
  const { vocabulary } = written;
  for (const port of itemsOf(list)) {
    const read = (cloudformation: string, terraform: string) => member(port, vocabulary, cloudformation, terraform);
    const lists = [read('Cidrs', 'cidrs'), read('Ipv6Cidrs', 'ipv6_cidrs')];
    const aliases = read('CidrListAliases', 'cidr_list_aliases').present();
    const said = lists.some((one) => one.list().state !== 'absent') || (aliases.state === 'known' && aliases.value);
    const everyone = [known('0.0.0.0/0', port.at, 'open to everyone unless told otherwise')];
    for (const cidrs of said ? lists : lists.slice(0, 1))
      yield {
        kind: 'ingress-rule',
        noun: 'Lightsail instance',
        subject,
        peers: otherwise(cidrs.texts(), said ? [] : everyone, 'open to everyone unless told otherwise'),
        ports: portRange(read('Protocol', 'protocol'), read('FromPort', 'from_port'), read('ToPort', 'to_port')),
        protocol: protocolName(read('Protocol', 'protocol')),
        ...(subject !== written && { related: [written] }),
      };
  }
}

function* publicPortFacts(companion: Resource, graph: ResourceGraph): Iterable<Fact> {
  const link = graph.follow(companion.properties.get('instance_name'), instances);
  const owner = link.state === 'linked' && link.resource.mode === 'managed' ? link.resource : companion;
  yield* portFacts(companion, companion.properties.get('port_info'), owner);
}

/** @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateRelationalDatabase.html */
function* databaseFacts(database: Resource): Iterable<Fact> {
  const noun = 'Lightsail database';
  yield {
    kind: 'public-endpoint',
    noun,
    subject: database,
    role: 'store',
    public: otherwise(
      property(database, 'PubliclyAccessible', 'publicly_accessible').flag(),
      false,
      'private unless told otherwise',
    ),
  };
  const name = property(database, 'MasterUsername', 'master_username');
  yield* administratorName({ noun, subject: database }, name);
  yield* secretFacts(database, noun, [
    ['master password', property(database, 'MasterUserPassword', 'master_password')],
  ]);
}

const bucketFact = (subject: Resource): Fact => ({
  kind: 'public-switch',
  noun: 'Lightsail bucket',
  subject,
  public: map(
    otherwise(subject.properties.get('AccessRules', 'GetObject').text(), 'private', 'private unless told otherwise'),
    (access) => access === 'public',
  ),
});
