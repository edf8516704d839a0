import { is } from '../model/truth';
import { control } from './control';

export const securityGroupsNamed = control({
  id: 'security-groups-named',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'network-placement',
  title: 'What is placed in a network names its security groups',
  failure: 'names no security group, and takes the default one of its network',
  why: 'The default security group lets everything in it reach everything else in it, and is shared by all who name none.',
  fix: 'Create a security group for it, and name that.',
  holds: ({ groupsNamed }) => groupsNamed && is(groupsNamed, (named) => named, 'security groups'),
});
