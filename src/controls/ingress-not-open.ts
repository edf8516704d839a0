import { all, not } from '../model/truth';
import { openToInternet, reachesAnyPort, servesWeb } from './network-exposure';
import { control } from './control';

export const ingressNotOpen = control({
  id: 'ingress-not-open',
  area: 'network-controls',
  severity: 'medium',
  gate: 'warn',
  judges: 'ingress-rule',
  title: 'Ports are not open to the internet',
  failure: 'opens ports to the internet',
  why: 'What everyone can reach, everyone attacks. Only a public balancer needs the web ports open to all.',
  fix: 'Name the networks or security groups that need the port, and let the public in through a balancer or CDN.',
  yieldsTo: ['ingress-admin-not-open'],
  holds: (rule) => not(all(openToInternet(rule), reachesAnyPort(rule), not(servesWeb(rule)))),
});
