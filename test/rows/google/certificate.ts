import type { ServiceRows } from '../../support/row';
import { secretRows } from './kept-store';

export const certificateRows: ServiceRows = {
  service: 'google-certificate',
  controls: {
    'no-secret-in-clear': {
      'key of a certificate': secretRows('google_certificate_manager_certificate', 'self_managed.pem_private_key'),
      'key of a certificate, in the old way': secretRows(
        'google_certificate_manager_certificate',
        'self_managed.private_key_pem',
      ),
      'key of a certificate of a balancer': secretRows('google_compute_ssl_certificate', 'private_key'),
      'key of a certificate of a region': secretRows('google_compute_region_ssl_certificate', 'private_key'),
      'certificate that Google issues': {
        cloudformation: null,
        terraform: 'google_compute_managed_ssl_certificate',
        rows: [['silent', 'its key is made by Google', null, { managed: [{ domains: ['example.com'] }] }]],
      },
    },
  },
};
