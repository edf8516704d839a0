import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { any, is, not, settledTruth, some, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';
import type { Service } from '../service';

/**
 * Rules that an organization lays on its projects, and whether they refuse anything.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/org_policy_policy (7.12, 2025-11)
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_organization_policy
 */
export const organizationPolicy: Service = {
  name: 'google-organization-policy',
  types: {
    terraform: [
      'google_folder_organization_policy',
      'google_iam_access_boundary_policy',
      'google_iam_deny_policy',
      'google_iam_folders_policy_binding',
      'google_iam_organizations_policy_binding',
      'google_iam_principal_access_boundary_policy',
      'google_iam_projects_policy_binding',
      // A kind of rule: what follows it says whether it holds.
      'google_org_policy_custom_constraint',
      'google_org_policy_policy',
      'google_organization_policy',
      'google_project_organization_policy',
    ],
  },
  facts(resource): Iterable<Fact> {
    const { properties, type } = resource;
    const about = { subject: resource, noun: nounOf(properties, type), kind: 'guardrail' as const };
    if (type === 'google_org_policy_policy')
      return [{ enforced: settledTruth(ruleHolds(properties.get('spec')), properties.at), ...about }];
    if (type.endsWith('_organization_policy'))
      return [{ enforced: settledTruth(olderHolds(properties), properties.at), ...about }];
    if (type === 'google_iam_deny_policy')
      return [{ enforced: settledTruth(hasRule(properties, 'rules'), properties.at), ...about }];
    return [];
  },
};

function nounOf(properties: Property, type: string): string {
  const name = properties.get(type === 'google_org_policy_policy' ? 'name' : 'constraint').text();
  const last = name.state === 'known' ? /([\w.]+)$/.exec(name.value)?.[1] : undefined;
  return last === undefined ? 'Organization policy' : `Organization policy ${last}`;
}

const hasRule = (properties: Property, key: string): Truth => is(properties.get(key).present(), (on) => on, 'rules');

/** Some rule enforces, denies or leaves a list of what is allowed. What is inherited, or so by default, is not in sight. */
const ruleHolds = (spec: Property): Truth =>
  any(
    outOfSight(isTrue(spec.get('reset'), 'the default of the platform holds')),
    outOfSight(isTrue(spec.get('inherit_from_parent'), 'what is above holds')),
    some(
      otherwise(spec.get('rules').list(), [], 'no rule is written'),
      (rule) =>
        any(
          isTrue(rule.get('enforce'), 'enforcement'),
          isTrue(rule.get('deny_all'), 'denial of all values'),
          is(rule.get('values').present(), (on) => on, 'values'),
        ),
      'rules',
    ),
  );

const isTrue = (flag: Property, note: string): Truth =>
  is(otherwise(flag.flag(), false, 'not unless told to'), (on) => on, note);

/** Where it is so, something else decides that nobody sees here. */
const outOfSight = (part: Truth): Truth => (part.holds === true ? { ...part, holds: undefined } : part);

const olderHolds = (properties: Property): Truth =>
  any(
    isTrue(properties.get('boolean_policy', 'enforced'), 'enforcement'),
    outOfSight(is(properties.get('restore_policy').present(), (on) => on, 'the default of the platform holds')),
    is(properties.get('list_policy', 'deny').present(), (on) => on, 'values denied'),
    allowsSome(properties.get('list_policy', 'allow')),
  );

/** A list that allows every value refuses none. */
const allowsSome = (allowed: Property): Truth => {
  const everything = isTrue(allowed.get('all'), 'every value is allowed');
  const present = is(allowed.present(), (on) => on, 'values allowed');
  if (present.holds === false) return present;
  return present.holds === undefined ? present : not(everything);
};
