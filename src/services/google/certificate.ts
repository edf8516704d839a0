import type { Fact } from '../../model/fact';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';

/** Where each kind of certificate holds the key that belongs to it. Google makes those of certificates that it issues. */
const keys: Readonly<Record<string, readonly string[]>> = {
  google_certificate_manager_certificate: ['self_managed.pem_private_key', 'self_managed.private_key_pem'],
  google_compute_managed_ssl_certificate: [],
  google_compute_region_ssl_certificate: ['private_key'],
  google_compute_ssl_certificate: ['private_key'],
};

/**
 * Certificates that balancers show. Google renews what it issues; what is uploaded says nothing of how long it lasts.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/certificate_manager_certificate
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_ssl_certificate
 */
export const googleCertificate: Service = {
  name: 'google-certificate',
  types: { terraform: Object.keys(keys) },
  facts: (certificate): Iterable<Fact> =>
    secretFacts(
      certificate,
      'Certificate',
      (keys[certificate.type] ?? []).map((path) => ['private key', certificate.properties.get(...path.split('.'))]),
    ),
};
