import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import { everyoneAmong } from './authorized-networks';

export const isAutopilot = ({ properties }: Resource): Settled<boolean> =>
  otherwise(properties.get('enable_autopilot').flag(), false, 'a cluster manages its nodes itself only when told to');

/** Who reaches a cluster's control plane, how they sign in there, and what its workloads reach. */
export function* clusterAccessFacts(cluster: Resource): Iterable<Fact> {
  const about = { noun: 'GKE cluster', subject: cluster };
  const { properties: written } = cluster;
  yield { kind: 'public-endpoint', role: 'store', public: publicControlPlane(written), ...about };
  yield { kind: 'network-path', path: 'mesh', open: podsReachEachOther(cluster), ...about };
  yield* signInFacts(about, written);
  yield {
    kind: 'machine-role',
    given: podsActAsThemselves(cluster),
    ...about,
  };
  yield { kind: 'code-signing', enforced: signedImagesOnly(written), ...about };
  yield {
    kind: 'backend-transit',
    plaintext: map(
      otherwise(
        written.get('in_transit_encryption_config').text(),
        '',
        'nodes speak to each other in clear unless told otherwise',
      ),
      (mode) => mode !== 'IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT',
    ),
    ...about,
  };
  yield* dnsEndpointFacts(about, written);
}

/**
 * Whether every address on the internet reaches the control plane: it does, unless its public endpoint is off, or
 * networks are named that may.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/concepts/network-isolation
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster#enable_private_endpoint
 */
function publicControlPlane(written: Property): Settled<boolean> {
  const privately = written.get('private_cluster_config', 'enable_private_endpoint');
  const privateNodes = written.get('private_cluster_config', 'enable_private_nodes');
  const endpoints = written.get('control_plane_endpoints_config', 'ip_endpoints_config', 'enabled');
  const authorized = written.get('master_authorized_networks_config');
  const open = all(
    not(
      all(
        is(
          otherwise(privately.flag(), false, 'the public endpoint is on unless it is switched off'),
          (on) => on,
          'private endpoint',
        ),
        // The provider says that it has an effect only where the nodes are private.
        is(
          otherwise(privateNodes.flag(), false, 'nodes are private only when told to'),
          (on) => on,
          'private nodes, without which a private endpoint has no effect',
        ),
      ),
    ),
    is(
      otherwise(endpoints.flag(), true, 'the control plane has addresses unless they are switched off'),
      (on) => on,
      'addresses of the control plane',
    ),
    any(
      not(is(authorized.present(), (given) => given, 'authorized networks')),
      everyoneAmong(authorized.get('cidr_blocks'), 'cidr_block'),
    ),
  );
  return settledTruth(open, privately.at);
}

/**
 * The endpoint by name is reached by whoever has permissions, as every API of Google's is.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/concepts/network-isolation#dns-based_endpoint
 */
function* dnsEndpointFacts(
  about: { readonly noun: string; readonly subject: Resource },
  written: Property,
): Iterable<Fact> {
  const external = written
    .get('control_plane_endpoints_config', 'dns_endpoint_config', 'allow_external_traffic')
    .flag();
  if (external.state === 'absent') return;
  yield {
    kind: 'public-endpoint',
    ...about,
    noun: 'control plane by name of a GKE cluster',
    role: 'front',
    public: external,
  };
}

/**
 * Pods reach each other unless policies say otherwise, and policies need somebody who enforces them.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/network-policy
 */
function podsReachEachOther(cluster: Resource): Settled<boolean> {
  const { properties: written } = cluster;
  const policy = written.get('network_policy', 'enabled');
  const path = otherwise(
    written.get('datapath_provider').text(),
    '',
    'network policies are enforced only when told to',
  );
  return settledTruth(
    not(
      any(
        is(
          otherwise(policy.flag(), false, 'network policies are enforced only when told to'),
          (on) => on,
          'network policies',
        ),
        is(path, (provider) => provider === 'ADVANCED_DATAPATH', 'data path'),
        is(isAutopilot(cluster), (on) => on, 'Autopilot'),
      ),
    ),
    policy.at,
  );
}

/**
 * Ways in beside Google's identities, and permissions beside those of Kubernetes.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/api-server-authentication
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster
 */
function* signInFacts(about: { readonly noun: string; readonly subject: Resource }, written: Property): Iterable<Fact> {
  const login = written.get('master_auth');
  const certificate = otherwise(
    login.get('client_certificate_config', 'issue_client_certificate').flag(),
    false,
    'no client certificate is issued unless asked for',
  );
  const password = login.get('password');
  yield {
    kind: 'credential',
    longLived: settledTruth(
      any(
        is(certificate, (issued) => issued, 'client certificate'),
        is(password.present(), (given) => given, 'password'),
      ),
      login.at,
    ),
    ...about,
  };
  yield* secretFacts(about.subject, about.noun, [['password of the control plane', password]]);
  const flag = (...path: readonly string[]) => written.get(...path).flag();
  const anonymous = otherwise(
    written.get('anonymous_authentication_config', 'mode').text(),
    '',
    'what strangers may ask is not said',
  );
  const bindings = [
    'enable_insecure_binding_system_unauthenticated',
    'enable_insecure_binding_system_authenticated',
  ].map((key) =>
    is(otherwise(flag('rbac_binding_config', key), false, 'not written'), (on) => on, 'roles bound to every caller'),
  );
  yield {
    kind: 'inner-access',
    fineGrained: settledTruth(
      not(
        any(
          is(
            otherwise(flag('enable_legacy_abac'), false, 'legacy authorization is off unless it is switched on'),
            (on) => on,
            'legacy authorization',
          ),
          is(anonymous, (mode) => mode === 'ENABLED', 'calls without an identity'),
          ...bindings,
        ),
      ),
      written.get('enable_legacy_abac').at,
    ),
    ...about,
  };
}

/**
 * Whether pods act with accounts of their own, rather than with that of the node they run on.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/concepts/workload-identity
 */
function podsActAsThemselves(cluster: Resource): Settled<boolean> {
  const { properties: written } = cluster;
  const pool = written.get('workload_identity_config');
  const inherited = any(
    is(isAutopilot(cluster), (on) => on, 'Autopilot'),
    is(pool.present(), (given) => given, 'workload identity'),
  );
  return settledTruth(any(inherited, hidesNodeAccount(written.get('node_config'))), pool.at);
}

/** Whether the metadata server of a node shows pods their own account; an old spelling says the same. */
export function hidesNodeAccount(node: Property): Truth {
  const metadata = node.get('workload_metadata_config');
  const mode = otherwise(metadata.get('mode').text(), '', 'pods see the account of their node unless told otherwise');
  const older = otherwise(
    metadata.get('node_metadata').text(),
    '',
    'pods see the account of their node unless told otherwise',
  );
  return any(
    is(mode, (text) => text === 'GKE_METADATA', 'metadata of workloads'),
    is(older, (text) => text === 'GKE_METADATA_SERVER', 'metadata of workloads'),
  );
}

/**
 * Whether images are held against a policy before they are started. An old switch says the same.
 *
 * @see https://docs.cloud.google.com/binary-authorization/docs/overview
 */
function signedImagesOnly(written: Property): Settled<boolean> {
  const none = 'images are checked only when told to';
  const mode = otherwise(written.get('binary_authorization', 'evaluation_mode').text(), '', none);
  return settledTruth(
    any(
      is(
        mode,
        (text) =>
          [
            'PROJECT_SINGLETON_POLICY_ENFORCE',
            'POLICY_BINDINGS',
            'POLICY_BINDINGS_AND_PROJECT_SINGLETON_POLICY_ENFORCE',
          ].includes(text),
        'binary authorization',
      ),
      is(
        otherwise(written.get('binary_authorization', 'enabled').flag(), false, none),
        (on) => on,
        'binary authorization',
      ),
      is(otherwise(written.get('enable_binary_authorization').flag(), false, none), (on) => on, 'binary authorization'),
    ),
    written.get('binary_authorization').at,
  );
}
