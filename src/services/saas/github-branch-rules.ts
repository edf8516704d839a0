import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { otherwise, type Settled } from '../../model/value';
import type { About } from './about';
import { reachesDefault } from './github-branch-reach';
import { holds } from './web-address';
import { meaning } from './word';

/** What is asked of changes of the default branch. */
interface Rules {
  readonly reviewed: Truth;
  readonly signed: Truth;
  readonly kept: Truth;
}

/** What protects the branches of one repository, and the property that names the repository. */
export const branchRules: Readonly<Record<string, string>> = {
  github_branch_protection: 'repository_id',
  github_branch_protection_v3: 'repository',
  github_repository_ruleset: 'repository',
};

/** What protects the branches of many repositories. */
export const wideRulesets: readonly string[] = ['github_enterprise_ruleset', 'github_organization_ruleset'];

const flag = (property: Property, because: string): Settled<boolean> => otherwise(property.flag(), false, because);

const on = (value: Settled<boolean>, note: string): Truth => is(value, (yes) => yes, note);

/**
 * Rules as GitHub first knew them. The older resource cannot say that history may be rewritten: it never may.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/branch_protection_v3
 */
function protection({ properties }: Resource): Rules {
  const reviews = properties.get('required_pull_request_reviews');
  const approvals = otherwise(
    reviews.get('required_approving_review_count').number(),
    1,
    'one approval unless told otherwise',
  );
  return {
    reviewed: all(
      on(reviews.present(), 'reviews'),
      is(approvals, (count) => count > 0, 'approvals'),
    ),
    signed: on(flag(properties.get('require_signed_commits'), 'not asked for unless told so'), 'signed commits'),
    kept: all(
      not(on(flag(properties.get('allows_force_pushes'), 'refused unless told otherwise'), 'history may be rewritten')),
      not(on(properties.get('force_push_bypassers').present(), 'somebody may rewrite history')),
      not(on(flag(properties.get('allows_deletions'), 'refused unless told otherwise'), 'the branch may be deleted')),
      on(
        flag(properties.get('enforce_admins'), 'administrators are exempt unless told otherwise'),
        'administrators are bound',
      ),
    ),
  };
}

/**
 * Rules as rulesets write them. Those that are only evaluated hold nothing back.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/organization_ruleset
 */
function ruleset({ properties }: Resource): Rules {
  const rules = properties.get('rules');
  const approvals = otherwise(
    rules.get('pull_request', 'required_approving_review_count').number(),
    0,
    'no approval unless told otherwise',
  );
  const enforced = on(
    meaning(otherwise(properties.get('enforcement').text(), 'disabled', 'not enforced'), {
      active: true,
      disabled: false,
      evaluate: false,
    }),
    'enforcement',
  );
  const ofBranches = is(
    otherwise(properties.get('target').text(), 'branch', 'branches unless told otherwise'),
    (target) => target === 'branch',
    'target',
  );
  const bypassed = some(
    otherwise(properties.get('bypass_actors').list(), [], 'nobody is named'),
    (actor) =>
      is(otherwise(actor.get('bypass_mode').text(), 'always', 'always'), (mode) => mode !== 'pull_request', 'bypass'),
    'who may bypass the rules',
  );
  const rule = (name: string): Truth => on(flag(rules.get(name), 'not asked for unless told so'), name);
  return {
    reviewed: all(enforced, ofBranches, on(rules.get('pull_request').present(), 'pull requests'), is(approvals, (count) => count > 0, 'approvals')),
    signed: all(enforced, ofBranches, rule('required_signatures')),
    kept: all(enforced, ofBranches, rule('non_fast_forward'), rule('deletion'), not(bypassed)),
  }; // prettier-ignore
}

function rulesOf(resource: Resource, graph: ResourceGraph, repository?: Resource): Rules {
  const { reviewed, signed, kept } = resource.type.endsWith('ruleset') ? ruleset(resource) : protection(resource);
  const reach = reachesDefault(resource, graph, repository);
  return { reviewed: all(reviewed, reach), signed: all(signed, reach), kept: all(kept, reach) };
}

/**
 * Whether a wide ruleset is about a repository: certainly where it is about all of them, of every organization.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/enterprise_ruleset
 */
function covers({ type, properties }: Resource): Truth {
  const conditions = ['repository_name', ...(type === 'github_enterprise_ruleset' ? ['organization_name'] : [])];
  const whole = conditions.every((name) => isWhole(properties.get('conditions', name)));
  return truth(whole || undefined, properties.at, 'a ruleset that may be about the repository');
}

function isWhole(condition: Property): boolean {
  const everyone = holds(condition.get('include'), ['~all'], 'none is named');
  const excluded = condition.get('exclude').present();
  return everyone.state === 'known' && everyone.value && excluded.state === 'known' && !excluded.value;
}

/** What is asked of changes of a repository, by any of the rules that hold for it. */
export function* repositoryRuleFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const { subject } = about;
  const here = { id: subject.id, path: [] };
  const found = Object.entries(branchRules).map(([type, key]) => graph.companions(subject, [type], key));
  const certain = found.flatMap((one) => one.certain);
  const possible = found.flatMap((one) => one.possible);
  const wide = graph.ofType(...wideRulesets).filter(({ mode }) => mode === 'managed');
  const asked = (rule: keyof Rules): Settled<boolean> =>
    settledTruth(
      any(
        ...certain.map((one) => rulesOf(one, graph, subject)[rule]),
        ...possible.map(({ resource, why }) =>
          all(truth(undefined, here, why), rulesOf(resource, graph, subject)[rule]),
        ),
        ...wide.map((one) => all(covers(one), rulesOf(one, graph, subject)[rule])),
        truth(false, here, 'no branch is protected unless a rule says so'),
      ),
      here,
    );
  const related = [...certain, ...wide];
  const told = { ...about, ...(related.length > 0 && { related }) };
  yield { kind: 'change-review', required: asked('reviewed'), ...told };
  yield { kind: 'code-signing', enforced: asked('signed'), ...told };
  yield { kind: 'immutability', locked: asked('kept'), ...told };
}

/** What rules ask of changes that no repository in sight answers for. */
export function* loneRuleFacts(about: About, graph: ResourceGraph): Iterable<Fact> {
  const here = { id: about.subject.id, path: [] };
  const rules = rulesOf(about.subject, graph);
  yield { kind: 'change-review', required: settledTruth(rules.reviewed, here), ...about };
  yield { kind: 'code-signing', enforced: settledTruth(rules.signed, here), ...about };
  yield { kind: 'immutability', locked: settledTruth(rules.kept, here), ...about };
}
