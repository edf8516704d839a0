import { is } from '../model/truth';
import { control } from './control';

export const firewallDeniesByDefault = control({
  id: 'firewall-denies-by-default',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'firewall-rules',
  title: 'Firewalls hold back what no rule lets through',
  failure: 'lets through what no rule is about',
  why: 'A list of what is bad is never complete; a list of what is wanted can be.',
  fix: 'Block by default, and allow what is wanted by rules.',
  holds: ({ deniesByDefault }) => deniesByDefault && is(deniesByDefault, (on) => on, 'default action'),
});
