import { is } from '../model/truth';
import { control } from './control';

export const firewallAttached = control({
  id: 'firewall-attached',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'firewall',
  title: 'Public web endpoints have a web application firewall',
  failure: 'has no web application firewall',
  why: 'The provider absorbs floods of packets; which requests are hostile to your application is for your rules to say.',
  fix: 'Associate a web ACL.',
  holds: ({ attached }) => is(attached, (on) => on, 'web application firewall'),
});
