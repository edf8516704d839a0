import { is, not } from '../model/truth';
import { control } from './control';

export const notPrivileged = control({
  id: 'not-privileged',
  area: 'application',
  severity: 'high',
  gate: 'warn',
  judges: 'privilege',
  title: 'Nothing runs with the power of root over its machine',
  failure: 'runs with the power of root over its machine',
  why: 'Whoever takes over a privileged container or a root shell has the machine, its credentials and its neighbours too. The provider isolates what you leave isolated.',
  fix: 'Switch privileged mode, root access and shared host namespaces off; grant the single capability that is needed instead.',
  holds: ({ elevated }) => not(is(elevated, (root) => root, 'power of root')),
});
