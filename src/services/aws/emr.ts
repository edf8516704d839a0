import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { perGraph } from '../../model/per-graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, type Truth } from '../../model/truth';
import { absent, chain, known, map, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { encryptedByDefault } from './ebs';
import { itemsOf } from './items';
import { alwaysEncrypted, eitherWay, keyCustody } from './key-custody';
import { secretFacts } from './secret-facts';

const clusters = ['AWS::EMR::Cluster', 'aws_emr_cluster'];
const configurations = ['AWS::EMR::SecurityConfiguration', 'aws_emr_security_configuration'];
const guardType = 'aws_emr_block_public_access_configuration';

export const emr: Service = {
  name: 'emr',
  types: {
    cloudformation: [
      'AWS::EMR::Cluster',
      // Machines, steps and workbenches of a cluster, which has the facts itself.
      'AWS::EMR::InstanceFleetConfig',
      'AWS::EMR::InstanceGroupConfig',
      'AWS::EMR::SecurityConfiguration',
      'AWS::EMR::Step',
      'AWS::EMR::Studio',
      'AWS::EMR::StudioSessionMapping',
    ],
    terraform: [
      guardType,
      'aws_emr_cluster',
      'aws_emr_instance_fleet',
      'aws_emr_instance_group',
      'aws_emr_managed_scaling_policy',
      'aws_emr_security_configuration',
      'aws_emr_studio',
      'aws_emr_studio_session_mapping',
    ],
  },
  *facts(resource, graph, context) {
    if (clusters.includes(resource.type)) yield* clusterFacts(resource, graph, context);
    if (configurations.includes(resource.type)) yield* lonelyFacts(resource, graph, context);
    if (resource.type === guardType) yield guardFact(resource);
  },
};

/** A cluster is encrypted as its security configuration says; without one, neither disks nor connections are. */
function* clusterFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'EMR cluster', subject: cluster };
  const name = property(cluster, 'SecurityConfiguration', 'security_configuration');
  const link = graph.follow(name, configurations);
  if (link.state === 'linked')
    yield* encryptionFacts(about, encryptionOf(link.resource), graph, context, [link.resource]);
  else if (link.state === 'absent') yield* encryptionFacts(about, name, graph, context, []);
  else {
    const why = 'its security configuration is not in the input';
    yield { kind: 'storage-at-rest', encryption: unknown(why, name.at), ...about };
    yield { kind: 'data-in-transit', plaintext: unknown(why, name.at), ...about };
  }
  yield* operationFacts(cluster, graph);
  const kerberos = (cloudformation: string, terraform: string) =>
    property(cluster, `KerberosAttributes.${cloudformation}`, `kerberos_attributes.${terraform}`);
  yield* secretFacts(cluster, about.noun, [
    ['administrator password of Kerberos', kerberos('KdcAdminPassword', 'kdc_admin_password')],
    ['password of the trusted realm', kerberos('CrossRealmTrustPrincipalPassword', 'cross_realm_trust_principal_password')],
    ['directory password', kerberos('ADDomainJoinPassword', 'ad_domain_join_password')],
  ]); // prettier-ignore
}

/**
 * Whether logs outlive the cluster, whose key they are kept with, and who mends the machines' system: without an image or
 * a release of one's own, each cluster starts from the newest, since the releases 5.36 and 6.6.
 *
 * @see https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html
 * @see https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-default-ami.html
 */
function* operationFacts(cluster: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'EMR cluster', subject: cluster };
  const logs = property(cluster, 'LogUri', 'log_uri').present();
  yield { kind: 'audit-log', scope: 'access', kept: logs, ...about };
  if (logs.state === 'known' && logs.value)
    yield {
      kind: 'storage-at-rest',
      encryption: alwaysEncrypted(
        property(cluster, 'LogEncryptionKmsKeyId', 'log_encryption_kms_key_id'),
        graph,
        'provider-key',
        'S3 encrypts the logs',
      ),
      ...about,
    };
  const own = [
    property(cluster, 'CustomAmiId', 'custom_ami_id').present(),
    property(cluster, 'OSReleaseLabel', 'os_release_label').present(),
  ].map((present) => is(present, (named) => named, 'an image or system release of its own'));
  const label = property(cluster, 'ReleaseLabel', 'release_label');
  const release = otherwise(label.text(), '', 'no release is named');
  const pinned = settledTruth(any(...own, is(release, isPinned, 'release')), label.at);
  yield { kind: 'patching', of: 'guest-os', automatic: map(pinned, (on) => !on), ...about };
}

/** Releases before 5.36 and 6.6 start from the image that they came with. */
function isPinned(label: string): boolean {
  const [, major, minor] = (/^emr-(\d+)\.(\d+)/.exec(label) ?? []).map(Number);
  if (major === undefined || minor === undefined) return false;
  return major < 5 || (major === 5 && minor < 36) || (major === 6 && minor < 6);
}

/** A security configuration that no cluster of the input uses speaks for itself. */
function* lonelyFacts(configuration: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  if (usedConfigurations(graph, configuration.id)) return;
  const about = { noun: 'EMR security configuration', subject: configuration };
  yield* encryptionFacts(about, encryptionOf(configuration), graph, context, []);
}

/** The security configurations that clusters use, by their ids. */
const usedConfigurations = perGraph((graph) => {
  const links = graph
    .ofType(...clusters)
    .filter(({ mode }) => mode === 'managed')
    .map((cluster) =>
      graph.follow(property(cluster, 'SecurityConfiguration', 'security_configuration'), configurations),
    );
  return new Map(
    links.flatMap((link) => (link.state === 'linked' ? [[link.resource.id, link.resource] as const] : [])),
  );
});

/** What a security configuration says of encryption; a document that cannot be read may say anything. */
function encryptionOf(configuration: Resource): Property {
  const text = property(configuration, 'SecurityConfiguration', 'configuration');
  const document = text.document();
  const written = document.state === 'known' ? document.value : text;
  const wrapped = written.get('EncryptionConfiguration');
  const present = wrapped.present();
  // Some write what belongs into the wrapper without it.
  return present.state === 'known' && !present.value ? written : wrapped;
}

/** @see https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html */
function* encryptionFacts(
  about: { readonly noun: string; readonly subject: Resource },
  encryption: Property,
  graph: ResourceGraph,
  context: Context,
  related: readonly Resource[],
): Iterable<Fact> {
  const flag = encryption.get('EnableInTransitEncryption');
  const transit = otherwise(
    flag.flag(),
    false,
    'connections between machines are encrypted only when a security configuration says so',
  );
  const certificates = encryption.get('InTransitEncryptionConfiguration', 'TLSCertificateConfiguration');
  const encrypted = all(
    is(transit, (on) => on, 'encryption in transit'),
    is(certificates.present(), (present) => present, 'certificates of the machines'),
  );
  yield { related, kind: 'data-in-transit', plaintext: settledTruth(not(encrypted), flag.at), ...about };
  yield { related, kind: 'storage-at-rest', encryption: diskEncryption(encryption, graph, context), ...about };
}

/** Of the local disks: S3 encrypts what is kept there in any case. */
function diskEncryption(encryption: Property, graph: ResourceGraph, context: Context): Settled<EncryptionState> {
  const rest = encryption.get('EnableAtRestEncryption');
  const disks = encryption.get('AtRestEncryptionConfiguration', 'LocalDiskEncryptionConfiguration');
  const on = settledTruth(
    all(
      is(otherwise(rest.flag(), false, 'encrypted only when told to be'), (flag) => flag, 'encryption at rest'),
      is(disks.present(), (present) => present, 'encryption of local disks'),
    ),
    rest.at,
  );
  const byAccount = encryptedByDefault(absent(rest.at), graph, context, rest.at);
  return chain(eitherWay(on), (encrypted): Settled<EncryptionState> => {
    if (encrypted) return keyCustody(disks.get('AwsKmsKey'), graph, known('customer-key', disks.at, 'a key provider of its own')); // prettier-ignore
    return map(byAccount, (flag) => (flag ? 'provider-kms' : 'none'));
  });
}

const isPort = (end: Property, port: number): Truth =>
  is(otherwise(end.number(), port, 'no end is named'), (number) => number === port, 'permitted ports');

/**
 * The guard that keeps clusters from starting with ports open to everyone, but for those that are permitted. Where all
 * are, it guards nothing.
 *
 * @see https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html
 */
function guardFact(guard: Resource): Fact {
  const { properties } = guard;
  const switched = properties.get('block_public_security_group_rules').flag();
  const ranges = itemsOf(properties.get('permitted_public_security_group_rule_range'));
  const parts = [
    is(otherwise(switched, false, 'not switched on'), (on) => on, 'public rules are blocked'),
    ...ranges.map((range) => not(all(isPort(range.get('min_range'), 0), isPort(range.get('max_range'), 65535)))),
  ];
  return {
    kind: 'public-access-block',
    noun: 'EMR account',
    subject: guard,
    complete: settledTruth(all(...parts), switched.at),
    explicit: known(true, switched.at),
  };
}
