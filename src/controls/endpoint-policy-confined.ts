import { is } from '../model/truth';
import { control } from './control';

export const endpointPolicyConfined = control({
  id: 'endpoint-policy-confined',
  area: 'identity-access',
  severity: 'low',
  gate: 'note',
  judges: 'endpoint-policy',
  title: 'Private endpoints let through what is needed only',
  failure: 'lets everybody do everything through it',
  why: "Through an endpoint with the default policy, data can be carried off to anybody's account.",
  fix: 'Write an endpoint policy that names principals, actions or resources.',
  holds: ({ confined }) => is(confined, (on) => on, 'endpoint policy'),
});
