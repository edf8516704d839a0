import type { Certificate } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';

export const managedCertificates = ['AWS::CertificateManager::Certificate', 'aws_acm_certificate'];
const uploadedCertificates = ['AWS::IAM::ServerCertificate', 'aws_iam_server_certificate'];

/** Whether the certificate that something shows is one of ACM's, rather than one uploaded to IAM. */
function isManaged(certificate: Property, graph: ResourceGraph): Settled<boolean> {
  const link = graph.follow(certificate, [...managedCertificates, ...uploadedCertificates]);
  if (link.state === 'linked') {
    const managed = managedCertificates.includes(link.resource.type);
    return known(managed, certificate.at, managed ? 'a certificate of ACM' : 'a certificate uploaded to IAM');
  }
  const arn = otherwise(certificate.text(), '', 'no certificate is named');
  if (arn.state === 'unknown') return arn.among ? map(arn, isOfAcm) : unknown(arn.why, arn.at);
  return arn.value.startsWith('arn:')
    ? known(isOfAcm(arn.value), arn.at)
    : unknown('whose certificate it is cannot be told', arn.at);
}

const isOfAcm = (arn: string): boolean => /^arn:[\w-]+:acm:/.test(arn);

/** States it where a certificate is named. */
export function* servedCertificate(
  about: { readonly noun: string; readonly subject: Resource; readonly related?: readonly Resource[] },
  certificate: Property,
  graph: ResourceGraph,
): Iterable<Certificate> {
  const present = certificate.present();
  if (present.state === 'known' && !present.value) return;
  yield { kind: 'certificate', managed: isManaged(certificate, graph), ...about };
}
