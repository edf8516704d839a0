import { all, not } from '../model/truth';
import { openToInternet, reachesAdministrationStatelessly } from './network-exposure';
import { control } from './control';

export const networkAclNotOpen = control({
  id: 'network-acl-not-open',
  area: 'network-controls',
  severity: 'medium',
  gate: 'warn',
  judges: 'network-acl-rule',
  title: 'Network ACLs do not let the internet in on administration ports',
  failure: 'lets the internet in on administration ports',
  why: 'The network ACL is the fence around the subnet, behind which one wrong security group is not yet a breach.',
  fix: 'Allow the ports that the subnet serves, from the networks that need them.',
  holds: (rule) => not(all(openToInternet(rule), reachesAdministrationStatelessly(rule))),
});
