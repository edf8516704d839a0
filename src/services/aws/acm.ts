import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { any, is, not, settledTruth, some } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import type { Service } from '../service';
import { secretFacts } from './secret-facts';
import { managedCertificates } from './served-certificate';

export const acm: Service = {
  name: 'acm',
  types: {
    cloudformation: ['AWS::CertificateManager::Account', 'AWS::CertificateManager::Certificate'],
    terraform: ['aws_acm_certificate', 'aws_acm_certificate_validation'],
  },
  *facts(certificate) {
    if (managedCertificates.includes(certificate.type)) yield* certificateFacts(certificate);
  },
};

/**
 * One that a private authority issues is in no public log and needs no validation; one that is imported is renewed by
 * whoever imported it.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html
 */
function* certificateFacts(certificate: Resource): Iterable<Fact> {
  const about = { noun: 'certificate', subject: certificate };
  const algorithm = otherwise(
    property(certificate, 'KeyAlgorithm', 'key_algorithm').text(),
    'RSA_2048',
    'RSA_2048 by default',
  );
  yield {
    kind: 'certificate',
    keyStrong: map(algorithm, (name) => name !== 'RSA_1024'),
    named: named(certificate),
    ...about,
  };
  yield* secretFacts(certificate, about.noun, [['private key', property(certificate, null, 'private_key')]]);
  const authority = property(certificate, 'CertificateAuthorityArn', 'certificate_authority_arn').present();
  if (authority.state === 'known' && authority.value) return;
  const logging = property(
    certificate,
    'CertificateTransparencyLoggingPreference',
    'options.certificate_transparency_logging_preference',
  );
  const imported = property(certificate, null, 'certificate_body').present();
  if (imported.state === 'known' && imported.value) {
    yield { kind: 'certificate', renewed: map(imported, (on) => !on), ...about };
    return;
  }
  const method = property(certificate, 'ValidationMethod', 'validation_method').text();
  yield {
    kind: 'certificate',
    transparent: map(
      otherwise(logging.text(), 'ENABLED', 'logged unless told otherwise'),
      (preference) => preference !== 'DISABLED',
    ),
    renewed: map(otherwise(method, 'EMAIL', 'validated by e-mail unless told otherwise'), (name) => name !== 'EMAIL'),
    ...about,
  };
}

/**
 * Whether every host is named: the first, and the others that the certificate is for. An asterisk stands for any.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-wildcard
 */
function named(certificate: Resource): Settled<boolean> {
  const first = otherwise(property(certificate, 'DomainName', 'domain_name').text(), '', 'no name is written');
  const others = property(certificate, 'SubjectAlternativeNames', 'subject_alternative_names');
  const more = otherwise(others.texts(), [], 'no other name is written');
  const isWildcard = (name: string): boolean => name.includes('*');
  const wild = any(
    is(first, isWildcard, 'domain name'),
    some(more, (name) => is(name, isWildcard, 'other names'), 'other names'),
  );
  return settledTruth(not(wild), first.at);
}
