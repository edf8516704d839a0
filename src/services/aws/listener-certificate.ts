import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import { itemsOf } from './items';
import { servedCertificate } from './served-certificate';

export const listeners = ['AWS::ElasticLoadBalancingV2::Listener', 'aws_lb_listener', 'aws_alb_listener'];
export const listenerCertificates = [
  'AWS::ElasticLoadBalancingV2::ListenerCertificate',
  'aws_alb_listener_certificate',
  'aws_lb_listener_certificate',
];

/** What a listener that ends TLS shows its callers, and asks of them. Only HTTPS can ask for a certificate. */
export function* encryptedListenerFacts(listener: Resource, protocol: string, graph: ResourceGraph): Iterable<Fact> {
  if (protocol !== 'HTTPS' && protocol !== 'TLS') return;
  const about = { noun: 'listener', subject: listener };
  for (const certificate of certificatesOf(listener)) yield* servedCertificate(about, certificate, graph);
  const key = listener.vocabulary === 'cloudformation' ? 'ListenerArn' : 'listener_arn';
  for (const companion of graph.companions(listener, listenerCertificates, key, listeners).certain)
    for (const certificate of certificatesOf(companion))
      yield* servedCertificate({ related: [companion], ...about }, certificate, graph);
  if (protocol === 'HTTPS')
    yield {
      kind: 'front-guard',
      guard: 'peer-certificate',
      kept: map(
        otherwise(
          property(listener, 'MutualAuthentication.Mode', 'mutual_authentication.mode').text(),
          'off',
          'callers need no certificate unless told otherwise',
        ),
        (mode) => mode === 'verify',
      ),
      ...about,
    };
}

const certificatesOf = (resource: Resource): readonly Property[] =>
  resource.vocabulary === 'terraform'
    ? [resource.properties.get('certificate_arn')]
    : itemsOf(resource.properties.get('Certificates')).map((item) =>
        member(item, 'cloudformation', 'CertificateArn', null),
      );

/** A certificate whose listener is not managed here answers for itself. */
export function* lonelyCertificateFacts(companion: Resource, graph: ResourceGraph): Iterable<Fact> {
  const owner = graph.follow(property(companion, 'ListenerArn', 'listener_arn'), listeners);
  if (owner.state === 'linked' && owner.resource.mode === 'managed') return;
  for (const certificate of certificatesOf(companion))
    yield* servedCertificate({ noun: 'listener certificate', subject: companion }, certificate, graph);
}
