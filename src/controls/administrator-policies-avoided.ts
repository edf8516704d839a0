import { is, not } from '../model/truth';
import { control } from './control';

export const administratorPoliciesAvoided = control({
  id: 'administrator-policies-avoided',
  area: 'identity-access',
  severity: 'high',
  gate: 'off',
  judges: 'attached-policy',
  title: 'Policies for administrators are not given out',
  failure: 'is given a policy that is made for administrators',
  why: 'Policies and roles such as AdministratorAccess or Owner allow nearly everything, or to allow oneself everything.',
  fix: 'Attach a policy that allows what is needed; leave these to the people who administer the account.',
  holds: ({ administrative }) => not(is(administrative, (on) => on, 'policy for administrators')),
});
