import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, not, settledTruth } from '../../model/truth';
import { known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import type { About } from './about';
import { holds } from './web-address';
import { everything, powersOf, roleGrant, type Power } from './role-grant';

const permissionTypes = [
  'github_actions_organization_permissions',
  'github_actions_repository_permissions',
  'github_enterprise_actions_permissions',
];
const workflowTypes = [
  'github_actions_organization_workflow_permissions',
  'github_enterprise_actions_workflow_permissions',
  'github_workflow_repository_permissions',
];
/** Machines of one's own: whoever opens a pull request on a public repository runs code there. */
const runnerTypes = ['github_actions_runner_group', 'github_enterprise_actions_runner_group'];

export const githubOrganization: Service = {
  name: 'github-organization',
  types: { terraform: [...permissionTypes, ...workflowTypes, ...runnerTypes, 'github_organization_settings'] },
  facts(resource) {
    if (permissionTypes.includes(resource.type)) return actionFacts(resource);
    if (workflowTypes.includes(resource.type)) return workflowFacts(resource);
    if (runnerTypes.includes(resource.type)) return [runnerFact(resource)];
    return organizationFacts(resource);
  },
};

/** What a permission that every member has on every repository amounts to. */
const memberPowers: Readonly<Record<string, Power>> = {
  none: {},
  read: {},
  write: { broad: true },
  admin: everything,
};

/**
 * What members may do without being asked, and what new repositories start with.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/organization_settings (the defaults)
 */
function* organizationFacts(settings: Resource): Iterable<Fact> {
  const about: About = { noun: 'GitHub organization', subject: settings };
  const { properties } = settings;
  const flag = (name: string, initially: boolean): Settled<boolean> =>
    otherwise(properties.get(name).flag(), initially, initially ? 'allowed unless told otherwise' : 'not on unless told so');
  const role = otherwise(properties.get('default_repository_permission').text(), 'read', 'read unless told otherwise');
  yield roleGrant(about, {
    role,
    powers: powersOf(role, memberPowers),
    wide: known(true, role.at, 'every member has it on every repository'),
  });
  const may = (name: string, initially: boolean) => is(flag(name, initially), (yes) => yes, name);
  yield {
    kind: 'public-access-block', complete: settledTruth(
      all(
        not(all(may('members_can_create_repositories', true), may('members_can_create_public_repositories', true))),
        not(all(may('members_can_create_pages', true), may('members_can_create_public_pages', true))),
      ),
      properties.at,
    ), explicit: properties.get('members_can_create_public_repositories').present(), ...about,
  };
  const watched = ['dependabot_alerts', 'secret_scanning', 'secret_scanning_push_protection'].map((name) =>
    is(flag(`${name}_enabled_for_new_repositories`, false), (yes) => yes, name),
  );
  yield {
    kind: 'detector', on: flag('dependabot_alerts_enabled_for_new_repositories', false), whole: settledTruth(all(...watched), properties.at), ...about,
  };
} // prettier-ignore

/**
 * Whose actions may run in workflows. An action runs with what the workflow may do, and reads its secrets.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_organization_permissions
 */
function* actionFacts(permissions: Resource): Iterable<Fact> {
  const { properties } = permissions;
  const off = runsNowhere(properties);
  if (off.state === 'known' && off.value) return;
  const allowed = otherwise(properties.get('allowed_actions').text(), 'all', 'all actions unless told otherwise');
  const anybody = holds(properties.get('allowed_actions_config', 'patterns_allowed'), ['*', '*/*'], 'none is named');
  yield {
    noun: 'GitHub Actions',
    subject: permissions,
    kind: 'image',
    trusted: settledTruth(
      all(
        is(allowed, (policy) => policy === 'selected' || policy === 'local_only', 'actions allowed'),
        not(is(anybody, (yes) => yes, 'patterns that every action matches')),
      ),
      allowed.at,
    ),
  };
}

/** Workflows that may not run take no actions. */
function runsNowhere(properties: Property): Settled<boolean> {
  const enabled = otherwise(properties.get('enabled').flag(), true, 'on unless told otherwise');
  const where = ['enabled_repositories', 'enabled_organizations'].map((key) =>
    is(
      otherwise(properties.get(key).text(), 'all', 'everywhere unless told otherwise'),
      (text) => text !== 'none',
      key,
    ),
  );
  return map(
    settledTruth(
      all(
        is(enabled, (yes) => yes, 'workflows'),
        ...where,
      ),
      properties.at,
    ),
    (runs) => !runs,
  );
}

/**
 * What workflows may do that do not say what they need, and whether a program may give the consent that a person should.
 * Of a repository that says nothing, the organization decides.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_organization_workflow_permissions (the defaults)
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/workflow_repository_permissions
 */
function* workflowFacts(permissions: Resource): Iterable<Fact> {
  const about: About = { noun: 'GitHub workflows', subject: permissions };
  const { properties } = permissions;
  const written = properties.get('default_workflow_permissions').text();
  yield {
    kind: 'inner-access',
    fineGrained: map(
      orElse(written, () =>
        permissions.type === 'github_workflow_repository_permissions'
          ? unknown<string>('the organization decides', written.at)
          : known('read', written.at, 'read unless told otherwise'),
      ),
      (token) => token === 'read',
    ),
    ...about,
  };
  yield {
    kind: 'change-review',
    required: map(
      otherwise(properties.get('can_approve_pull_request_reviews').flag(), false, 'refused unless told otherwise'),
      (approves) => !approves,
    ),
    ...about,
  };
}

/** @see https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/manage-access */
function runnerFact(group: Resource): Fact {
  const open = group.properties.get('allows_public_repositories');
  return {
    noun: 'GitHub runner group',
    subject: group,
    kind: 'public-access-block',
    complete: map(
      otherwise(open.flag(), false, 'public repositories are kept out unless told otherwise'),
      (yes) => !yes,
    ),
    explicit: open.present(),
  };
}
