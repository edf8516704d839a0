import { is } from '../model/truth';
import { control } from './control';

export const originConfined = control({
  id: 'origin-confined',
  area: 'network-controls',
  severity: 'medium',
  gate: 'note',
  judges: 'origin-access',
  title: 'What stands behind a front is reached through the front alone',
  failure: 'can be reached past its front',
  why: 'Past the front there is no firewall, no cache, no log of it: whoever knows the origin goes there.',
  fix: 'Give the origin an origin access control, or switch its own address off.',
  holds: ({ confined }) => is(confined, (on) => on, 'way past the front'),
});
