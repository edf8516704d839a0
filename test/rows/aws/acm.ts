import { deciding } from '../../support/deciding-rows';
import type { ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const types = { cloudformation: 'AWS::CertificateManager::Certificate', terraform: 'aws_acm_certificate' };

export const acmRows: ServiceRows = {
  service: 'acm',
  controls: {
    'certificate-key-strong': {
      certificate: deciding(
        types,
        { cloudformation: (KeyAlgorithm) => ({ KeyAlgorithm }), terraform: (name) => ({ key_algorithm: name }) },
        'pass',
        [
          ['pass', 'EC_prime256v1'],
          ['fail', 'RSA_1024'],
        ],
      ),
    },
    'certificate-named': {
      certificate: deciding(
        types,
        { cloudformation: (DomainName) => ({ DomainName }), terraform: (name) => ({ domain_name: name }) },
        'pass',
        [
          ['pass', 'www.example.com'],
          ['fail', '*.example.com'],
          ['fail', '*example.com'],
        ],
      ),
      'certificate for several hosts': deciding(
        types,
        {
          cloudformation: (SubjectAlternativeNames) => ({ DomainName: 'example.com', SubjectAlternativeNames }),
          terraform: (names) => ({ domain_name: 'example.com', subject_alternative_names: names }),
        },
        undefined,
        [
          ['pass', ['www.example.com']],
          ['fail', ['www.example.com', '*.example.com']],
        ],
      ),
    },
    'certificate-transparent': {
      certificate: deciding(
        types,
        {
          cloudformation: (preference) => ({ CertificateTransparencyLoggingPreference: preference }),
          terraform: (preference) => ({ options: [{ certificate_transparency_logging_preference: preference }] }),
        },
        'pass',
        [
          ['pass', 'ENABLED'],
          ['fail', 'DISABLED'],
        ],
      ),
      'private certificate': {
        ...types,
        rows: [
          [
            'silent',
            'a private authority issues it',
            { CertificateAuthorityArn: 'arn:1', CertificateTransparencyLoggingPreference: 'DISABLED' },
            { certificate_authority_arn: 'arn:1' },
          ],
        ],
      },
    },
    'certificate-renewed': {
      certificate: deciding(
        types,
        {
          cloudformation: (ValidationMethod) => ({ ValidationMethod }),
          terraform: (method) => ({ validation_method: method }),
        },
        'fail',
        [
          ['pass', 'DNS'],
          ['fail', 'EMAIL'],
        ],
      ),
      'imported certificate': {
        cloudformation: null,
        terraform: types.terraform,
        rows: [['fail', 'somebody imported it', null, { certificate_body: 'PEM' }]],
      },
    },
    'no-secret-in-clear': {
      'key of a certificate': secretTable({
        cloudformation: null,
        terraform: types.terraform,
        inTerraform: (key) => ({ private_key: key }),
      }),
    },
  },
};
