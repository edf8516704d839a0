import { is, not } from '../model/truth';
import { control } from './control';

export const providerPoliciesAvoided = control({
  id: 'provider-policies-avoided',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'attached-policy',
  title: 'Permissions are written by their owner',
  failure: 'is given a policy that the provider wrote',
  why: 'The policies that the provider writes for everybody allow what anybody may need, and change when the provider changes them.',
  fix: 'Write a policy of your own that allows what is needed.',
  holds: ({ ofProvider }) => ofProvider && not(is(ofProvider, (on) => on, 'policy of the provider')),
});
