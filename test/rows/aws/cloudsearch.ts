import { policyTables } from '../../support/policy-rows';
import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { merged } from '../../support/store-rows';

const domain = { cloudformation: null, terraform: 'aws_cloudsearch_domain' };
const options = (written: object) => ({ endpoint_options: [written] });

export const cloudsearchRows: ServiceRows = {
  service: 'cloudsearch',
  controls: merged(
    policyTables({
      ...domain,
      noun: 'CloudSearch domain',
      action: 'cloudsearch:search',
      inTerraform: (access_policy) =>
        system(
          { name: 'ours' },
          { policy: { type: 'aws_cloudsearch_domain_service_access_policy', properties: { domain_name: refer(), access_policy } } },
        ), // prettier-ignore
    }),
    {
      'transit-encrypted': {
        'CloudSearch domain': {
          ...domain,
          rows: [
            ['fail', 'nothing is said', null, {}],
            ['fail', 'plain text is accepted', null, options({ enforce_https: false })],
            ['pass', 'it is not', null, options({ enforce_https: true })],
            ['undecided', 'it is a parameter', null, options({ enforce_https: unknown })],
          ],
        },
      },
      'tls-modern': {
        'CloudSearch domain': {
          ...domain,
          rows: [
            ['silent', 'no policy is named', null, options({ enforce_https: true })],
            ['pass', 'the policy starts at 1.2', null, options({ tls_security_policy: 'Policy-Min-TLS-1-2-2019-07' })],
            ['fail', 'the policy starts at 1.0', null, options({ tls_security_policy: 'Policy-Min-TLS-1-0-2019-07' })],
            ['undecided', 'the policy is a parameter', null, options({ tls_security_policy: unknown })],
            ['undecided', 'the policy is another', null, options({ tls_security_policy: 'Ours' })],
          ],
        },
      },
    },
  ),
};
