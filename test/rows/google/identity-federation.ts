import { unknown, type ServiceRows } from '../../support/row';
import { secretRows } from './kept-store';

const github = { oidc: { issuer_uri: 'https://token.actions.githubusercontent.com' } };

export const identityFederationRows: ServiceRows = {
  service: 'google-identity-federation',
  controls: {
    'oidc-trust-confined': {
      'identity pool provider': {
        cloudformation: null,
        terraform: 'google_iam_workload_identity_pool_provider',
        rows: [
          ['fail', 'everybody at GitHub', null, github],
          ['pass', 'one organization at GitHub', null, { ...github, attribute_condition: "assertion.repository_owner == 'mine'" }],
          ['fail', 'a condition that always holds', null, { ...github, attribute_condition: 'true' }],
          ['undecided', 'the condition is a variable', null, { ...github, attribute_condition: unknown }],
          ['undecided', 'an issuer that may serve others', null, { oidc: { issuer_uri: 'https://login.example.com' } }],
          ['undecided', 'an issuer for one organization', null, { oidc: { issuer_uri: 'https://oidc.circleci.com/org/8c1f' } }],
          ['undecided', 'an issuer for one enterprise at GitHub', null, { oidc: { issuer_uri: 'https://token.actions.githubusercontent.com/mine' } }],
          ['undecided', 'the issuer is a variable', null, { oidc: { issuer_uri: unknown } }],
          ['fail', 'nothing is said', null, {}],
          ['pass', 'an account of AWS', null, { aws: { account_id: '111122223333' } }],
          ['pass', 'metadata of one provider', null, { saml: { idp_metadata_xml: '<x/>' } }],
          ['pass', 'it is switched off', null, { ...github, disabled: true }],
        ],
      }, // prettier-ignore
    },
    'no-secret-in-clear': {
      'client secret of a workforce pool': secretRows(
        'google_iam_workforce_pool_provider',
        'oidc.client_secret.value.plain_text',
      ),
    },
  },
};
