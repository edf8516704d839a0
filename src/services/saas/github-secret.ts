import type { Property } from '../../model/property';
import { secretFacts } from '../aws/secret-facts';
import { secretVariables } from '../aws/environment-secrets';
import type { Service } from '../service';

const secrets = [
  'github_actions_environment_secret',
  'github_actions_organization_secret',
  'github_actions_secret',
  'github_codespaces_organization_secret',
  'github_codespaces_secret',
  'github_codespaces_user_secret',
  'github_dependabot_organization_secret',
  'github_dependabot_secret',
];

/** Of these, names of the property that holds the secret itself; the encrypted one is of no use to who reads it. */
const spellings = ['plaintext_value', 'value'];

/**
 * Secrets and variables of workflows. A variable is shown to whoever sees the repository's settings and logs.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_secret
 */
export const githubSecret: Service = {
  name: 'github-secret',
  types: {
    terraform: [
      ...secrets,
      'github_actions_environment_variable',
      'github_actions_organization_variable',
      'github_actions_variable',
    ],
  },
  facts: (resource) =>
    secrets.includes(resource.type)
      ? secretFacts(
          resource,
          'GitHub secret',
          spellings.map((key) => ['secret', resource.properties.get(key)] as const),
        )
      : secretFacts(resource, 'GitHub variable', variable(resource.properties)),
};

function variable(properties: Property): readonly (readonly [name: string, value: Property])[] {
  const name = properties.get('variable_name').text();
  return secretVariables([[name.state === 'known' ? name.value : '', properties.get('value')]]);
}
