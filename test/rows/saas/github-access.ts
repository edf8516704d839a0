import { unknown, type ServiceRows } from '../../support/row';
import { setting, table } from './tables';

export const githubAccessRows: ServiceRows = {
  service: 'github-access',
  controls: {
    'iam-no-admin': {
      'GitHub membership': setting('github_membership', 'role', 'member', 'admin', 'pass', { username: 'ada' },
        ['undecided', 'the role is no known word', { username: 'ada', role: 'toString' }]),
      'GitHub collaborator': table('github_repository_collaborator',
        ['pass', 'it administers one repository alone', { repository: 'one', username: 'ada', permission: 'admin' }],
        ['pass', 'nothing is said', { repository: 'one', username: 'ada' }],
        ['pass', 'it is settled later', { repository: 'one', username: 'ada', permission: unknown }]),
      'GitHub collaborators': table('github_repository_collaborators',
        ['pass', 'they administer one repository alone', { repository: 'one', user: [{ username: 'ada', permission: 'admin' }], team: [{ team_id: '1', permission: 'maintain' }] }],
        ['pass', 'they are settled later', { repository: 'one', user: unknown }],
        ['silent', 'there are none', { repository: 'one' }]),
      'team of a repository': table('github_team_repository', ['pass', 'it administers one repository alone', { repository: 'one', team_id: '1', permission: 'admin' }]),
    },
    'no-long-lived-credentials': {
      'GitHub deploy key': table('github_repository_deploy_key', ['fail', 'it has no end', { repository: 'one', title: 'ci', key: 'ssh-ed25519 AAAA' }]),
      'GitHub SSH key': table('github_user_ssh_key', ['fail', 'it has no end', { title: 'laptop', key: 'ssh-ed25519 AAAA' }]),
    },
  },
}; // prettier-ignore
