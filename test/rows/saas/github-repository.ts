import { refer, system, unknown, type ServiceRows } from '../../support/row';
import { setting, table } from './tables';

const repository = 'github_repository';
const closed = { name: 'one', visibility: 'private' };
const beside = (type: string, properties: object) => system(closed, { rules: { type, properties: { ...properties } } });
const protection = (properties: object) =>
  beside('github_branch_protection', { repository_id: refer('it', 'node_id'), pattern: 'main', ...properties });
const byDefault = { include: ['~DEFAULT_BRANCH'], exclude: [] };
const onDefault = { conditions: { ref_name: byDefault } };
const review = { pull_request: { required_approving_review_count: 1 } };
const ruleset = (properties: object) =>
  beside('github_repository_ruleset', {
    repository: refer('it', 'name'),
    target: 'branch',
    enforcement: 'active',
    ...onDefault,
    ...properties,
  });
const about = (include: readonly unknown[], exclude: readonly unknown[] = []) =>
  ruleset({ conditions: { ref_name: { include, exclude } }, rules: review });
const wide = (repository_name: object, more: object = {}, type = 'github_organization_ruleset') =>
  beside(type, { target: 'branch', enforcement: 'active', conditions: { ref_name: byDefault, repository_name, ...more }, rules: review }); // prettier-ignore
const whole = { include: ['~ALL'], exclude: [] };

export const githubRepositoryRows: ServiceRows = {
  service: 'github-repository',
  controls: {
    'storage-not-public': {
      'GitHub repository': table(repository,
        ['fail', 'nobody says who sees it', { name: 'one' }],
        ['silent', 'it is said to be public', { name: 'one', visibility: 'public' }],
        ['silent', 'it is said to be private', closed]),
    },
    'public-access-blocked': {
      'GitHub repository': setting(repository, 'visibility', 'private', 'public', 'silent', { name: 'one' },
        ['pass', 'the enterprise sees it', { name: 'one', visibility: 'internal' }],
        ['pass', 'the older switch is on', { name: 'one', private: true }],
        ['fail', 'the older switch is off', { name: 'one', private: false }],
        ['fail', 'the newer setting decides', { name: 'one', private: true, visibility: 'public' }],
        ['undecided', 'the older switch is settled later', { name: 'one', private: unknown }],
        ['undecided', 'the word is not known', { name: 'one', visibility: 'toString' }]),
    },
    'website-not-hosted': {
      'GitHub repository': table(repository,
        ['fail', 'it has pages', { ...closed, pages: { source: { branch: 'main' } } }],
        ['pass', 'it has none', closed],
        ['undecided', 'it is settled later', { ...closed, pages: unknown }],
        ['fail', 'pages stand beside it', beside('github_repository_pages', { repository: refer('it', 'name'), build_type: 'workflow' })]),
    },
    'final-copy-kept': {
      'GitHub repository': setting(repository, 'archive_on_destroy', true, false, 'fail', closed,
        ['silent', 'it is archived already', { ...closed, archived: true }]),
    },
    'threats-watched': {
      'GitHub repository': setting(repository, 'vulnerability_alerts', true, false, 'fail', closed,
        ['pass', 'GitHub watches public ones', { name: 'one', visibility: 'public' }],
        ['undecided', 'who sees it is settled later', { name: 'one', visibility: unknown }],
        ['pass', 'alerts stand beside it', beside('github_repository_vulnerability_alerts', { repository: refer('it', 'name') })],
        ['fail', 'alerts beside it are off', beside('github_repository_vulnerability_alerts', { repository: refer('it', 'name'), enabled: false })],
        ['undecided', 'alerts may be its own', beside('github_repository_vulnerability_alerts', { repository: unknown, enabled: true })]),
      'alerts of a repository elsewhere': setting('github_repository_vulnerability_alerts', 'enabled', true, false, 'pass', { repository: 'elsewhere' }),
    },
    'watch-complete': {
      'GitHub repository': setting(repository, 'security_and_analysis.secret_scanning.status', 'enabled', 'disabled', 'fail', { ...closed, vulnerability_alerts: true, security_and_analysis: { secret_scanning_push_protection: { status: 'enabled' } } },
        ['fail', 'secrets are not refused', { ...closed, vulnerability_alerts: true, security_and_analysis: { secret_scanning: { status: 'enabled' }, secret_scanning_push_protection: { status: 'disabled' } } }],
        ['undecided', 'GitHub may search public ones', { name: 'one', visibility: 'public', vulnerability_alerts: true }]),
    },
    'changes-reviewed': {
      'GitHub repository': table(repository,
        ['fail', 'no branch is protected', closed],
        ['pass', 'one approval is asked for', protection({ required_pull_request_reviews: { dismiss_stale_reviews: true } })],
        ['fail', 'none is asked for', protection({ required_pull_request_reviews: { required_approving_review_count: 0 } })],
        ['fail', 'reviews are not asked for', protection({ enforce_admins: true })],
        ['undecided', 'the number is settled later', protection({ required_pull_request_reviews: { required_approving_review_count: unknown } })],
        ['pass', 'the older protection asks', beside('github_branch_protection_v3', { repository: 'one', branch: 'main', required_pull_request_reviews: { required_approving_review_count: 2 } })],
        ['pass', 'every branch is protected', protection({ pattern: '**', required_pull_request_reviews: {} })],
        ['pass', 'the protected branch is the default one', protection({ pattern: refer('it', 'default_branch'), required_pull_request_reviews: {} })],
        ['undecided', 'another branch is protected', protection({ pattern: 'gh-pages', required_pull_request_reviews: {} })],
        ['undecided', 'some branches are protected', protection({ pattern: 'release/*', required_pull_request_reviews: {} })],
        ['pass', 'another branch is the default one', system(closed, { rules: { type: 'github_branch_protection', properties: { repository_id: refer('it', 'node_id'), pattern: 'develop', required_pull_request_reviews: {} } }, default: { type: 'github_branch_default', properties: { repository: refer('it', 'name'), branch: 'develop' } } })],
        ['fail', 'the default branch is another one', system(closed, { rules: { type: 'github_branch_protection', properties: { repository_id: refer('it', 'node_id'), pattern: 'main', required_pull_request_reviews: {} } }, default: { type: 'github_branch_default', properties: { repository: refer('it', 'name'), branch: 'develop' } } })],
        ['undecided', 'a protection may be its own', beside('github_branch_protection', { repository_id: unknown, required_pull_request_reviews: { required_approving_review_count: 2 } })],
        ['pass', 'a ruleset asks', ruleset({ rules: { pull_request: { required_approving_review_count: 1 } } })],
        ['fail', 'a ruleset asks for nobody', ruleset({ rules: { pull_request: {} } })],
        ['fail', 'a ruleset is only evaluated', ruleset({ enforcement: 'evaluate', rules: { pull_request: { required_approving_review_count: 1 } } })],
        ['fail', 'a ruleset is about tags', ruleset({ target: 'tag', rules: { pull_request: { required_approving_review_count: 1 } } })],
        ['pass', 'a ruleset is about every branch', about(['~ALL'])],
        ['pass', 'a ruleset names the branch', about(['refs/heads/feature/*', 'refs/heads/main'])],
        ['fail', 'a ruleset leaves the default branch out', about(['~ALL'], ['~DEFAULT_BRANCH'])],
        ['undecided', 'a ruleset is about some branches', about(['refs/heads/release/*'])],
        ['undecided', 'a ruleset does not say what it is about', ruleset({ conditions: {}, rules: review })],
        ['pass', 'a ruleset of the organization is about all', wide(whole)],
        ['undecided', 'a ruleset of the organization leaves some out', wide({ include: ['~ALL'], exclude: ['sandbox'] })],
        ['undecided', 'a ruleset of the organization names some', wide({ include: ['prod-*'], exclude: [] })],
        ['pass', 'a ruleset of the enterprise is about all', wide(whole, { organization_name: whole }, 'github_enterprise_ruleset')],
        ['undecided', 'a ruleset of the enterprise is about some organizations', wide(whole, { organization_name: { include: ['acme'], exclude: [] } }, 'github_enterprise_ruleset')]),
      'GitHub branch protection': table('github_branch_protection',
        ['pass', 'the repository is elsewhere', { repository_id: 'elsewhere', pattern: 'main', required_pull_request_reviews: { required_approving_review_count: 1 } }],
        ['silent', 'the repository answers', system({ repository_id: refer('repository', 'node_id'), pattern: 'main' }, { repository: { type: repository, properties: { name: 'two' } } })]),
      'GitHub ruleset': table('github_organization_ruleset',
        ['pass', 'it asks for approval', { target: 'branch', enforcement: 'active', ...onDefault, rules: { pull_request: { required_approving_review_count: 1 } } }],
        ['fail', 'it is off', { target: 'branch', enforcement: 'disabled', rules: { pull_request: { required_approving_review_count: 1 } } }],
        ['undecided', 'it is settled later', { target: 'branch', enforcement: unknown, ...onDefault, rules: { pull_request: { required_approving_review_count: 1 } } }],
        ['silent', 'it is about something else', { target: 'push', enforcement: 'active', rules: { max_file_size: { max_file_size: 5 } } }]),
    },
    'code-signed': {
      'GitHub repository': table(repository,
        ['fail', 'no branch is protected', closed],
        ['pass', 'signed commits are asked for', protection({ require_signed_commits: true })],
        ['fail', 'they are not', protection({ require_signed_commits: false })],
        ['undecided', 'it is settled later', protection({ require_signed_commits: unknown })],
        ['pass', 'a ruleset asks for them', ruleset({ rules: { required_signatures: true } })]),
    },
    'copies-immutable': {
      'GitHub repository': table(repository,
        ['fail', 'no branch is protected', closed],
        ['pass', 'administrators are bound too', protection({ enforce_admins: true })],
        ['fail', 'administrators are exempt', protection({})],
        ['fail', 'history may be rewritten', protection({ enforce_admins: true, allows_force_pushes: true })],
        ['fail', 'somebody may rewrite history', protection({ enforce_admins: true, force_push_bypassers: ['/ada'] })],
        ['fail', 'the branch may be deleted', protection({ enforce_admins: true, allows_deletions: true })],
        ['undecided', 'it is settled later', protection({ enforce_admins: unknown })],
        ['pass', 'a ruleset keeps it', ruleset({ rules: { deletion: true, non_fast_forward: true } })],
        ['fail', 'somebody may bypass the ruleset', ruleset({ rules: { deletion: true, non_fast_forward: true }, bypass_actors: [{ actor_type: 'OrganizationAdmin', bypass_mode: 'always' }] })],
        ['pass', 'the bypass is for pull requests alone', ruleset({ rules: { deletion: true, non_fast_forward: true }, bypass_actors: [{ actor_type: 'Team', bypass_mode: 'pull_request' }] })]),
    },
  },
}; // prettier-ignore
