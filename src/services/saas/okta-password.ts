import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import { everyClass } from '../aws/password-classes';
import type { Service } from '../service';
import type { About } from './about';

export const oktaPassword: Service = {
  name: 'okta-password',
  types: { terraform: ['okta_policy_password', 'okta_policy_password_default'] },
  facts: passwordFacts,
};

/**
 * What passwords must be like, and how often one may be guessed at. Passwords that another directory keeps are that
 * directory's concern.
 *
 * @see https://registry.terraform.io/providers/okta/okta/latest/docs/resources/policy_password (the defaults)
 */
function* passwordFacts(policy: Resource): Iterable<Fact> {
  const { properties } = policy;
  const kept = otherwise(properties.get('auth_provider').text(), 'OKTA', 'Okta unless told otherwise');
  const status = properties.get('status').text();
  if (kept.state === 'known' && kept.value !== 'OKTA') return;
  if (status.state === 'known' && status.value === 'INACTIVE') return;
  const about: About = { noun: 'Okta password policy', subject: policy };
  const number = (name: string, initially: number): Settled<number> =>
    otherwise(properties.get(`password_${name}`).number(), initially, `${String(initially)} unless told otherwise`);
  const required = (name: string, initially: number): Settled<boolean> => map(number(name, initially), (count) => count > 0);
  const classes = {
    lowercase: required('min_lowercase', 1),
    uppercase: required('min_uppercase', 1),
    digit: required('min_number', 1),
    symbol: required('min_symbol', 0),
  };
  yield {
    kind: 'password-policy', minimumLength: number('min_length', 8), classes, everyClass: everyClass(classes, properties.at), remembered: number('history_count', policy.type === 'okta_policy_password_default' ? 4 : 0), maximumAge: map(number('max_age_days', 0), (days) => (days === 0 ? Infinity : days)), ...about,
  };
  yield {
    kind: 'front-guard', guard: 'rate', kept: map(number('max_lockout_attempts', 10), (attempts) => attempts > 0), ...about,
  };
} // prettier-ignore
