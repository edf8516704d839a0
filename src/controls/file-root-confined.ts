import { is } from '../model/truth';
import { control } from './control';

export const fileRootConfined = control({
  id: 'file-root-confined',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'file-access',
  title: 'Clients of a shared file system see a part of it',
  failure: 'shows its clients the whole file system',
  why: 'Who mounts the root reads and changes what every other client keeps there.',
  fix: 'Give the access point a root directory of its own.',
  holds: ({ rootConfined }) => rootConfined && is(rootConfined, (on) => on, 'root directory of its own'),
});
