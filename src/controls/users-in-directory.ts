import { is } from '../model/truth';
import { control } from './control';

export const usersInDirectory = control({
  id: 'users-in-directory',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'user-store',
  title: 'Users are kept in a directory',
  failure: 'keeps users of its own',
  why: 'Users who are kept apart stay when their people leave, and have passwords of their own.',
  fix: 'Let the service ask the directory that people are kept in.',
  holds: ({ central }) => is(central, (on) => on, 'directory'),
});
