import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, some, type Truth } from '../../model/truth';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { at } from './platform-service';

/**
 * Conditional access: what the directory asks of whom before it lets them in.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/conditional_access_policy
 * @see https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant
 */
export const conditionalAccess: Service = {
  name: 'conditional-access',
  types: {
    terraform: [
      'azuread_conditional_access_policy',
      // What the policies speak of: places, and kinds of second factor.
      'azuread_authentication_strength_policy',
      'azuread_named_location',
    ],
  },
  *facts(resource) {
    if (resource.type === 'azuread_conditional_access_policy') yield* policyFacts(resource);
  },
};

function* policyFacts(policy: Resource): Iterable<Fact> {
  const about = { noun: 'conditional access policy', subject: policy };
  const on = isOn(policy);
  yield { kind: 'guardrail', enforced: settledTruth(on, at(policy, 'state').at), ...about };
  const asks = asksForFactor(policy);
  if (asks.holds !== false)
    yield {
      kind: 'multi-factor',
      required: settledTruth(all(on, asks, withoutAlternative(policy), forSomebody(policy)), policy.properties.at),
      ...about,
    };
  const seconds = sessionSeconds(policy);
  if (seconds) yield { kind: 'session', seconds, ...about };
}

/** A policy that only reports, or is disabled, asks nothing of anybody. */
const isOn = (policy: Resource): Truth =>
  is(otherwise(at(policy, 'state').text(), '', 'no state is written'), (state) => state === 'enabled', 'state');

const controlsOf = (policy: Resource): Settled<readonly Settled<string>[]> =>
  otherwise(at(policy, 'grant_controls.built_in_controls').texts(), [], 'nothing is asked for');

const strengthOf = (policy: Resource): Truth =>
  is(at(policy, 'grant_controls.authentication_strength_policy_id').present(), (set) => set, 'strength');

const asksForFactor = (policy: Resource): Truth =>
  any(
    strengthOf(policy),
    some(controlsOf(policy), (one) => is(one, (control) => control === 'mfa', 'control'), 'no second factor'),
  );

/** Of several controls, one is enough unless all are asked for (`AND`). */
const withoutAlternative = (policy: Resource): Truth =>
  any(
    is(otherwise(at(policy, 'grant_controls.operator').text(), 'OR', 'one is enough'), (word) => word.toUpperCase() === 'AND', 'operator'),
    not(
      some(
        controlsOf(policy),
        (one) => is(one, (control) => !['mfa', 'block'].includes(control), 'another control is enough'),
        'no other control',
      ),
    ),
  ); // prettier-ignore

/** `None` names nobody; roles and groups may be named beside it. */
const forSomebody = (policy: Resource): Truth =>
  any(
    ...['included_groups', 'included_roles', 'included_guests_or_external_users'].map((list) =>
      is(at(policy, `conditions.users.${list}`).present(), (set) => set, list.replaceAll('_', ' ')),
    ),
    some(
      otherwise(at(policy, 'conditions.users.included_users').texts(), [], 'nobody is named'),
      (one) => is(one, (user) => user.toLowerCase() !== 'none', 'user'),
      'nobody is named',
    ),
  );

/** Where people must sign in again after some time. */
function sessionSeconds(policy: Resource): Settled<number> | undefined {
  const frequency: Property = at(policy, 'session_controls.sign_in_frequency');
  const number = frequency.number();
  if (number.state === 'absent') return undefined;
  const period = otherwise(at(policy, 'session_controls.sign_in_frequency_period').text(), '', 'no period is written');
  return chain(otherwise(number, 0, ''), (count) =>
    chain(period, (word): Settled<number> => {
      const unit = { hours: 3600, days: 86_400 }[word];
      return unit === undefined ? unknown('no period that is known', period.at) : known(count * unit, frequency.at);
    }),
  );
}
