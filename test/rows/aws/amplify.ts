import type { ServiceRows } from '../../support/row';
import { secretTable } from '../../support/secret-rows';

const app = { cloudformation: 'AWS::Amplify::App', terraform: 'aws_amplify_app' };
const branch = { cloudformation: 'AWS::Amplify::Branch', terraform: 'aws_amplify_branch' };

export const amplifyRows: ServiceRows = {
  service: 'amplify',
  controls: {
    'no-secret-in-clear': {
      'access token of an Amplify app': secretTable({
        ...app,
        inCloudformation: (AccessToken) => ({ AccessToken }),
        inTerraform: (access_token) => ({ access_token }),
      }),
      'OAuth token of an Amplify app': secretTable({
        ...app,
        inCloudformation: (OauthToken) => ({ OauthToken }),
        inTerraform: (oauth_token) => ({ oauth_token }),
      }),
      'password of an Amplify app': secretTable({
        ...app,
        inCloudformation: (Password) => ({ BasicAuthConfig: { Password, Username: 'guest' } }),
        inTerraform: (basic_auth_credentials) => ({ basic_auth_credentials }),
      }),
      'password of new branches of an Amplify app': secretTable({
        ...app,
        inCloudformation: (Password) => ({ AutoBranchCreationConfig: { BasicAuthConfig: { Password } } }),
        inTerraform: (basic_auth_credentials) => ({ auto_branch_creation_config: [{ basic_auth_credentials }] }),
      }),
      'variable of an Amplify app': {
        ...app,
        // prettier-ignore
        rows: [
          ['fail',   'it holds a secret', { EnvironmentVariables: [{ Name: 'API_KEY', Value: 'hunter-2-hunter' }] }, { environment_variables: { API_KEY: 'hunter-2-hunter' } }],
          ['silent', 'it holds none',     { EnvironmentVariables: [{ Name: 'STAGE', Value: 'live' }] },              { environment_variables: { STAGE: 'live' } }],
        ],
      },
      'password of an Amplify branch': secretTable({
        ...branch,
        inCloudformation: (Password) => ({ BasicAuthConfig: { Password, Username: 'guest' } }),
        inTerraform: (basic_auth_credentials) => ({ basic_auth_credentials }),
      }),
    },
  },
};
