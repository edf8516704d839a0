import { unknown, type ServiceRows } from '../../support/row';
import { setting, table } from './tables';

const settings = 'github_organization_settings';
const shut = {
  members_can_create_public_repositories: false,
  members_can_create_public_pages: false,
};

export const githubOrganizationRows: ServiceRows = {
  service: 'github-organization',
  controls: {
    'iam-no-admin': {
      'GitHub organization': setting(settings, 'default_repository_permission', 'read', 'admin', 'pass', { billing_email: 'a@example.com' },
        ['pass', 'members have nothing', { default_repository_permission: 'none' }],
        ['pass', 'members write', { default_repository_permission: 'write' }],
        ['undecided', 'the permission is no known word', { default_repository_permission: 'constructor' }]),
    },
    'iam-no-wildcard-action': {
      'GitHub organization': setting(settings, 'default_repository_permission', 'read', 'write', 'pass'),
    },
    'public-access-blocked': {
      'GitHub organization': setting(settings, 'members_can_create_public_repositories', false, true, 'fail', { members_can_create_public_pages: false },
        ['fail', 'members publish pages', { ...shut, members_can_create_public_pages: true }],
        ['pass', 'members copy private repositories, which stay private', { ...shut, members_can_fork_private_repositories: true }],
        ['pass', 'members create nothing', { members_can_create_repositories: false, members_can_create_pages: false }]),
      'GitHub runner group': setting('github_actions_runner_group', 'allows_public_repositories', false, true, 'pass', { visibility: 'all' }),
      'runner group of an enterprise': setting('github_enterprise_actions_runner_group', 'allows_public_repositories', false, true, 'pass', { visibility: 'all' }),
    },
    'threats-watched': {
      'GitHub organization': setting(settings, 'dependabot_alerts_enabled_for_new_repositories', true, false, 'fail'),
    },
    'watch-complete': {
      'GitHub organization': setting(settings, 'secret_scanning_enabled_for_new_repositories', true, false, 'fail', { dependabot_alerts_enabled_for_new_repositories: true, secret_scanning_push_protection_enabled_for_new_repositories: true }),
    },
    'image-from-trusted-owner': {
      'GitHub Actions': setting('github_actions_organization_permissions', 'allowed_actions', 'selected', 'all', 'fail', { enabled_repositories: 'all' },
        ['pass', 'actions are our own', { enabled_repositories: 'all', allowed_actions: 'local_only' }],
        ['fail', 'every action matches', { enabled_repositories: 'all', allowed_actions: 'selected', allowed_actions_config: { github_owned_allowed: true, patterns_allowed: ['*/*'] } }],
        ['pass', 'one vendor matches', { enabled_repositories: 'all', allowed_actions: 'selected', allowed_actions_config: { github_owned_allowed: true, patterns_allowed: ['hashicorp/*'] } }],
        ['silent', 'workflows run nowhere', { enabled_repositories: 'none', allowed_actions: 'all' }]),
      'actions of a repository': table('github_actions_repository_permissions',
        ['fail', 'nothing is said', { repository: 'one' }],
        ['silent', 'workflows do not run', { repository: 'one', enabled: false }]),
    },
    'access-fine-grained': {
      'GitHub workflows': setting('github_actions_organization_workflow_permissions', 'default_workflow_permissions', 'read', 'write', 'pass', { organization_slug: 'one' }),
      'workflows of a repository': setting('github_workflow_repository_permissions', 'default_workflow_permissions', 'read', 'write', 'undecided', { repository: 'one' }),
    },
    'changes-reviewed': {
      'GitHub workflows': setting('github_actions_organization_workflow_permissions', 'can_approve_pull_request_reviews', false, true, 'pass'),
      'workflows of a repository': table('github_workflow_repository_permissions', ['undecided', 'it is settled later', { repository: 'one', can_approve_pull_request_reviews: unknown }]),
    },
  },
}; // prettier-ignore
