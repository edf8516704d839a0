import { refer, system, type ServiceRows } from '../../support/row';
import { secret, table } from './tables';

export const githubSecretRows: ServiceRows = {
  service: 'github-secret',
  controls: {
    'no-secret-in-clear': {
      'secret of a repository': secret('github_actions_secret', 'plaintext_value', { secret_name: 'TOKEN' }),
      'secret under its newer name': secret('github_actions_organization_secret', 'value', { secret_name: 'TOKEN' }),
      'encrypted secret': table('github_dependabot_secret', ['silent', 'it is encrypted', { secret_name: 'TOKEN', encrypted_value: 'c2VjcmV0' }]),
      'GitHub variable': table('github_actions_variable',
        ['fail', 'its name says that it is a secret', { variable_name: 'DB_PASSWORD', value: 'tr0ub4dor&3' }],
        ['pass', 'it comes from another resource', system({ variable_name: 'DB_PASSWORD', value: refer('made', 'result') }, { made: { type: 'random_password', properties: { length: 32 } } })],
        ['silent', 'it is none', { variable_name: 'REGION', value: 'eu-west-1' }]),
    },
  },
}; // prettier-ignore
