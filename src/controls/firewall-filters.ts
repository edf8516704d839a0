import { is } from '../model/truth';
import { control } from './control';

export const firewallFilters = control({
  id: 'firewall-filters',
  area: 'network-controls',
  severity: 'medium',
  gate: 'note',
  judges: 'firewall-rules',
  title: 'Firewalls hold something back',
  failure: 'lets everything through',
  why: 'A firewall without rules looks like protection, and is none.',
  fix: 'Give it rules: the managed rule groups are a start.',
  holds: ({ filters }) => is(filters, (on) => on, 'rules of the firewall'),
});
