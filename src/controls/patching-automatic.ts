import { is } from '../model/truth';
import { control } from './control';

export const patchingAutomatic = control({
  id: 'patching-automatic',
  area: 'guest-os',
  severity: 'medium',
  gate: 'warn',
  judges: 'patching',
  title: 'Operating systems are mended automatically',
  failure: 'waits for somebody to mend its operating system',
  why: 'The provider mends the hosts; the system that you start on them is yours.',
  fix: 'Switch automatic updates on, or let a patch plan do it.',
  holds: ({ of, automatic }) => (of === 'guest-os' ? is(automatic, (on) => on, 'automatic updates') : undefined),
});
