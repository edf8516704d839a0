import { isOpenToInternet } from '../../model/cidr';
import type { EncryptionState, Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, some, truth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';
import type { Context, Service } from '../service';
import { accessEntries, accessFacts, associationFacts, policyAssociations } from './eks-access';
import { clusterUpkeep, nodeGroupUpkeep } from './eks-upkeep';
import { keyCustody } from './key-custody';

const nodeGroups = ['AWS::EKS::Nodegroup', 'aws_eks_node_group'];
const clusters = ['AWS::EKS::Cluster', 'aws_eks_cluster'];

export const eks: Service = {
  name: 'eks',
  types: {
    cloudformation: [
      'AWS::EKS::AccessEntry',
      // What is added to a cluster, and what AWS's own machines run: a cluster's version bounds theirs.
      'AWS::EKS::Addon',
      'AWS::EKS::Cluster',
      'AWS::EKS::FargateProfile',
      'AWS::EKS::Nodegroup',
      'AWS::EKS::PodIdentityAssociation',
    ],
    terraform: [
      'aws_eks_access_entry',
      'aws_eks_access_policy_association',
      'aws_eks_addon',
      'aws_eks_cluster',
      'aws_eks_fargate_profile',
      'aws_eks_node_group',
      'aws_eks_pod_identity_association',
    ],
  },
  *facts(resource, graph, context) {
    if (clusters.includes(resource.type)) yield* clusterFacts(resource, graph, context);
    if (accessEntries.includes(resource.type)) yield* accessFacts(resource, graph);
    if (policyAssociations.includes(resource.type)) yield* associationFacts(resource);
    if (!nodeGroups.includes(resource.type)) return;
    yield* remoteAccessFacts(resource);
    yield* nodeGroupUpkeep(resource, context);
  },
};

function* clusterFacts(cluster: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  const about = { noun: 'EKS cluster', subject: cluster };
  yield { kind: 'public-endpoint', role: 'store', public: publicEndpoint(cluster), ...about };
  yield {
    kind: 'storage-at-rest',
    encryption: secretsEncryption(cluster, graph),
    requested: secretsRequested(cluster),
    ...about,
  };
  yield* clusterUpkeep(cluster, context);
}

/**
 * Whether the internet reaches the cluster's API server: it does, unless the public endpoint is off or confined.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
 */
function publicEndpoint(cluster: Resource): Settled<boolean> {
  const read = (cloudformation: string, terraform: string): Property =>
    property(cluster, `ResourcesVpcConfig.${cloudformation}`, `vpc_config.${terraform}`);
  const place = read('PublicAccessCidrs', 'public_access_cidrs');
  const on = otherwise(
    read('EndpointPublicAccess', 'endpoint_public_access').flag(),
    true,
    'the public endpoint is on unless it is switched off',
  );
  const everywhere: readonly Settled<string>[] = [known('0.0.0.0/0', place.at)];
  const written = place.texts();
  const blocks =
    written.state === 'known' && written.value.length === 0
      ? known(everywhere, place.at, 'open to all networks unless some are named')
      : otherwise(written, everywhere, 'open to all networks unless some are named');
  const together =
    blocks.state === 'known' ? blocks.value.flatMap((one) => (one.state === 'known' ? [one.value] : [])) : [];
  return settledTruth(
    all(
      is(on, (flag) => flag, 'switched on'),
      any(
        some(blocks, (block) => is(block, (cidr) => isOpenToInternet([cidr]), 'networks let in'), 'networks let in'),
        truth(isOpenToInternet(together), place.at, 'networks let in'),
      ),
    ),
    on.at,
  );
}

/**
 * Whose key encrypts the cluster's objects. Without a key of the customer's, EKS encrypts with its own since Kubernetes
 * 1.28, and below that the disks are encrypted.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html
 */
function secretsEncryption(cluster: Resource, graph: ResourceGraph): Settled<EncryptionState> {
  const list = property(cluster, 'EncryptionConfig', 'encryption_config');
  const items = otherwise(list.list(), [], 'no key is named');
  if (items.state === 'unknown') return unknown(items.why, items.at, ['provider-key', 'provider-disk', 'customer-key']);
  const [item] = items.value;
  if (item) {
    const key = member(item, cluster.vocabulary, 'Provider.KeyArn', 'provider.key_arn');
    return keyCustody(key, graph, envelope(cluster));
  }
  return envelope(cluster);
}

/** Secrets are what a configuration can name, and nothing else. */
function secretsRequested(cluster: Resource): Settled<boolean> {
  const list = property(cluster, 'EncryptionConfig', 'encryption_config');
  const kinds = otherwise(
    member(list, cluster.vocabulary, 'Resources', 'resources').texts(),
    [],
    'no kind of object is named',
  );
  const named = some(kinds, (kind) => is(kind, (name) => name === 'secrets', 'objects encrypted'), 'objects encrypted');
  return settledTruth(named, list.at);
}

function envelope(cluster: Resource): Settled<EncryptionState> {
  const version = otherwise(property(cluster, 'Version', 'version').text(), '', 'the newest version');
  const state = chain(version, (text): Settled<EncryptionState> => {
    const minor = /^1\.(\d+)$/.exec(text)?.[1];
    return minor !== undefined && Number(minor) < 28
      ? known('provider-disk', version.at, 'EKS encrypts the disks of its control plane')
      : known('provider-key', version.at, 'EKS encrypts all objects since Kubernetes 1.28');
  });
  return state.state === 'known' ? state : unknown(state.why, state.at, ['provider-key', 'provider-disk']);
}

/**
 * A key for remote access opens the port of remote access on all nodes: to the groups that are named, else to everyone.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
 */
function* remoteAccessFacts(group: Resource): Iterable<Fact> {
  const access = property(group, 'RemoteAccess', 'remote_access');
  const read = (cloudformation: string, terraform: string): Property =>
    member(access, group.vocabulary, cloudformation, terraform);
  const key = read('Ec2SshKey', 'ec2_ssh_key').present();
  if (key.state === 'known' && !key.value) return;
  const groups = read('SourceSecurityGroups', 'source_security_group_ids').present();
  const because = 'remote access is open to everyone unless security groups are named';
  yield {
    kind: 'ingress-rule',
    noun: 'EKS node group',
    subject: group,
    peers:
      groups.state === 'known' && groups.value
        ? known([], groups.at)
        : key.state === 'unknown'
          ? unknown(key.why, key.at)
          : groups.state === 'unknown'
            ? unknown(groups.why, groups.at)
            : known([known('0.0.0.0/0', groups.at, because)], groups.at),
    ports: known({ from: 22, to: 22 }, key.at),
    protocol: known('tcp', key.at),
  };
}
