import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { any, is, settledTruth } from '../../model/truth';
import { map, orElse, otherwise, type Settled } from '../../model/value';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';

/** What a balancer sends requests to, and what stands before it. */
export const backendService: Service = {
  name: 'backend-service',
  types: {
    terraform: [
      'google_compute_backend_bucket',
      // A key that signs addresses of what is cached.
      'google_compute_backend_bucket_signed_url_key',
      'google_compute_backend_service',
      'google_compute_backend_service_signed_url_key',
      'google_compute_region_backend_service',
    ],
  },
  *facts(resource) {
    const { properties: written } = resource;
    if (resource.type.endsWith('_signed_url_key')) {
      yield* secretFacts(resource, 'key for signed addresses', [['key', written.get('key_value')]]);
      return;
    }
    if (resource.type === 'google_compute_backend_bucket') {
      yield { kind: 'firewall', noun: 'backend bucket', subject: resource, attached: policyGiven(resource) };
      return;
    }
    yield* serviceFacts(resource);
  },
};

const policyGiven = ({ properties: written }: Resource): Settled<boolean> =>
  settledTruth(
    any(
      ...['security_policy', 'edge_security_policy'].map((key) =>
        is(written.get(key).present(), (given) => given, 'security policy'),
      ),
    ),
    written.get('security_policy').at,
  );

/** Schemes of regional balancers that pass connections on, and know no requests. */
const passesOn: readonly string[] = ['EXTERNAL', 'INTERNAL'];

/** Protocols of requests that a firewall for the web can look into. */
const speaksHttp = (protocol: string): boolean => ['HTTP', 'HTTPS', 'HTTP2', 'H2C', 'GRPC'].includes(protocol);

/**
 * What faces the internet is recorded and guarded only when told to.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_backend_service
 */
function* serviceFacts(service: Resource): Iterable<Fact> {
  const about = { noun: 'backend service', subject: service };
  const { properties: written } = service;
  const regional = service.type === 'google_compute_region_backend_service';
  const scheme = otherwise(
    written.get('load_balancing_scheme').text(),
    regional ? 'INTERNAL' : 'EXTERNAL',
    'the scheme that is taken unless another is named',
  );
  const protocol = orElse(written.get('protocol').text(), () =>
    map(scheme, (text) => (regional && passesOn.includes(text) ? 'TCP' : 'HTTP')),
  );
  const insideOnly = scheme.state === 'known' && !scheme.value.startsWith('EXTERNAL');
  const noRequests = protocol.state === 'known' && !speaksHttp(protocol.value);
  if (!noRequests) {
    yield {
      kind: 'backend-transit',
      plaintext: map(protocol, (name) => ['HTTP', 'H2C', 'GRPC'].includes(name)),
      ...about,
    };
    if (!insideOnly) yield { kind: 'firewall', attached: policyGiven(service), ...about };
    if (!insideOnly)
      yield {
        kind: 'audit-log',
        scope: 'access',
        kept: otherwise(written.get('log_config', 'enable').flag(), false, 'requests are recorded only when told to'),
        ...about,
      };
  }
  const proxy = written.get('iap');
  const signIn = proxy.get('enabled').flag();
  // Without it, the application itself may ask: only that somebody must sign in can be told here.
  if (signIn.state === 'known' && signIn.value) yield { kind: 'sign-in', required: signIn, ...about };
  yield* secretFacts(service, about.noun, [['secret of the OAuth client', proxy.get('oauth2_client_secret')]]);
}
