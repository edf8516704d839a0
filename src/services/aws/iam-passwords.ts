import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import { everyClass } from './password-classes';

/**
 * States the account's rules for passwords. Whoever writes some of them resets the others. Terraform's provider lets
 * users change their passwords unless told otherwise, where the API does not.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html (the defaults)
 */
export function* passwordPolicyFacts(policy: Resource): Iterable<Fact> {
  const { properties } = policy;
  const required = (name: string): Settled<boolean> =>
    otherwise(properties.get(`require_${name}`).flag(), false, 'not required unless told so');
  const classes = {
    lowercase: required('lowercase_characters'),
    uppercase: required('uppercase_characters'),
    digit: required('numbers'),
    symbol: required('symbols'),
  };
  yield {
    kind: 'password-policy',
    noun: 'IAM password policy',
    subject: policy,
    minimumLength: otherwise(properties.get('minimum_password_length').number(), 6, 'six unless told otherwise'),
    classes,
    everyClass: everyClass(classes, { id: policy.id, path: [] }),
    remembered: otherwise(properties.get('password_reuse_prevention').number(), 0, 'none unless told otherwise'),
    changeable: otherwise(
      properties.get('allow_users_to_change_password').flag(),
      true,
      'the provider allows it unless told otherwise',
    ),
    maximumAge: map(
      otherwise(properties.get('max_password_age').number(), 0, 'passwords do not expire unless told otherwise'),
      (days) => (days === 0 ? Infinity : days),
    ),
  };
}
