import { unknown, type ServiceRows } from '../../support/row';

const rule = (evaluation_mode: unknown, enforcement_mode: unknown) => ({
  default_admission_rule: [{ evaluation_mode, enforcement_mode }],
});
const enforced = 'ENFORCED_BLOCK_AND_AUDIT_LOG';

export const binaryAuthorizationRows: ServiceRows = {
  service: 'binary-authorization',
  controls: {
    'code-signed': {
      policy: {
        cloudformation: null,
        terraform: 'google_binary_authorization_policy',
        rows: [
          ['pass', 'images must be attested', null, rule('REQUIRE_ATTESTATION', enforced)],
          ['pass', 'no image is let in', null, rule('ALWAYS_DENY', enforced)],
          ['fail', 'every image is let in', null, rule('ALWAYS_ALLOW', enforced)],
          ['fail', 'it is only recorded', null, rule('REQUIRE_ATTESTATION', 'DRYRUN_AUDIT_LOG_ONLY')],
          ['undecided', 'how images are evaluated is a variable', null, rule(unknown, enforced)],
        ],
      },
      attestor: {
        cloudformation: null,
        terraform: 'google_binary_authorization_attestor',
        rows: [['silent', 'the policy says whether it is asked', null, { name: 'a' }]],
      },
    },
  },
};
