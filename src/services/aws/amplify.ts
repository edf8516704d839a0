import { property, type Resource } from '../../model/resource';
import type { Service } from '../service';
import { listedSecrets } from './containers';
import { environmentSecrets } from './environment-secrets';
import { secretFacts } from './secret-facts';

const nouns: Readonly<Record<string, string>> = {
  'AWS::Amplify::App': 'Amplify app',
  'AWS::Amplify::Branch': 'Amplify branch',
  aws_amplify_app: 'Amplify app',
  aws_amplify_branch: 'Amplify branch',
};

export const amplify: Service = {
  name: 'amplify',
  types: {
    cloudformation: [
      'AWS::Amplify::App',
      'AWS::Amplify::Branch',
      // Amplify serves every domain by HTTPS.
      'AWS::Amplify::Domain',
    ],
    terraform: [
      'aws_amplify_app',
      'aws_amplify_backend_environment',
      'aws_amplify_branch',
      'aws_amplify_domain_association',
      'aws_amplify_webhook',
    ],
  },
  *facts(resource) {
    const noun = nouns[resource.type];
    if (noun !== undefined) yield* secretFacts(resource, noun, secretsOf(resource));
  },
};

/** Tokens for the repository, passwords that visitors are asked for, and what stands in the environment of builds. */
const secretsOf = (resource: Resource) =>
  [
    ['access token', property(resource, 'AccessToken', 'access_token')],
    ['OAuth token', property(resource, 'OauthToken', 'oauth_token')],
    ['password', property(resource, 'BasicAuthConfig.Password', 'basic_auth_credentials')],
    ['password of new branches', property(resource, 'AutoBranchCreationConfig.BasicAuthConfig.Password', 'auto_branch_creation_config.basic_auth_credentials')],
    ...listedSecrets(property(resource, 'EnvironmentVariables', null), ['Name', 'Value']),
    ...listedSecrets(property(resource, 'AutoBranchCreationConfig.EnvironmentVariables', null), ['Name', 'Value']),
    ...environmentSecrets(property(resource, null, 'environment_variables')),
    ...environmentSecrets(property(resource, null, 'auto_branch_creation_config.environment_variables')),
  ] as const; // prettier-ignore
