import { refer, system, unknown, type Properties, type Row, type ServiceRows } from '../../support/row';

const github = 'https://token.actions.githubusercontent.com';

const credential = (subject: unknown, issuer: unknown = github): Properties => ({
  name: 'deploy',
  audience: ['api://AzureADTokenExchange'],
  issuer,
  subject,
});
const flexible = (claims_matching_expression: unknown, issuer: unknown = github): Properties => ({
  display_name: 'deploy',
  audience: 'api://AzureADTokenExchange',
  issuer,
  claims_matching_expression,
});

// prettier-ignore
const rows: readonly Row[] = [
  ['pass',      'one environment of one repository', null, credential('repo:acme/front:environment:production')],
  ['pass',      'one branch of one repository', null, credential('repo:acme/front:ref:refs/heads/main')],
  ['fail',      'an environment of whoever names theirs so', null, credential('environment:production')],
  ['fail',      'no subject is written', null, credential(null)],
  ['pass',      'a wildcard, which is compared as it is and fits nobody', null, credential('repo:acme/*')],
  ['pass',      'a service account of a cluster', null, credential('system:serviceaccount:front:web', 'https://westeurope.oic.prod-aks.azure.com/t/c/')],
  ['pass',      'the issuer is a cluster beside it', null, system(credential('system:serviceaccount:front:web', refer('other', 'oidc_issuer_url')), { other: { type: 'azurerm_kubernetes_cluster', properties: {} } })],
  ['undecided', 'the subject is settled at deployment', null, credential(unknown)],
  ['undecided', 'the issuer is settled at deployment', null, credential('repo:acme/front:ref:refs/heads/main', unknown)],
];

export const federatedCredentialRows: ServiceRows = {
  service: 'federated-credential',
  controls: {
    'oidc-trust-confined': {
      'managed identity': { cloudformation: null, terraform: 'azurerm_federated_identity_credential', rows },
      application: {
        cloudformation: null,
        terraform: 'azuread_application_federated_identity_credential',
        rows,
      },
      'application, with wildcards': {
        cloudformation: null,
        terraform: 'azuread_application_flexible_federated_identity_credential',
        // prettier-ignore
        rows: [
          ['pass',      'any branch of one repository', null, flexible("claims['sub'] matches 'repo:acme/front:ref:refs/heads/*'")],
          ['fail',      'any repository of anybody', null, flexible("claims['sub'] matches 'repo:*'")],
          ['fail',      'a repository of whoever is called so at the beginning', null, flexible("claims['sub'] matches 'repo:acme*'")],
          ['pass',      'one owner is asked for as well', null, flexible("claims['sub'] matches 'repo:*' and claims['repository_owner_id'] eq '4711'")],
          ['undecided', 'the expression is one that is not known', null, flexible("claims['sub'] is 'repo:acme/front:*'")],
          ['undecided', 'the expression is settled at deployment', null, flexible(unknown)],
        ],
      },
    },
    'trust-policy-confined': {
      'managed identity': {
        cloudformation: null,
        terraform: 'azurerm_federated_identity_credential',
        // prettier-ignore
        rows: [['pass', 'one provider is named', null, credential('repo:acme/front:ref:refs/heads/main')]],
      },
    },
  },
};
