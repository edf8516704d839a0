import { is } from '../model/truth';
import { control } from './control';

export const fileUserEnforced = control({
  id: 'file-user-enforced',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'file-access',
  title: 'Clients of a shared file system act as a given user',
  failure: 'lets its clients say who they are',
  why: 'A client that names its own user may name root.',
  fix: 'Set the user and group that everybody acts as who comes by this access point.',
  holds: ({ userEnforced }) => userEnforced && is(userEnforced, (on) => on, 'user given'),
});
