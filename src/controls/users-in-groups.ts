import { is } from '../model/truth';
import { control } from './control';

export const usersInGroups = control({
  id: 'users-in-groups',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'membership',
  title: 'Users belong to a group',
  failure: 'belongs to no group',
  why: 'Permissions are given and taken by group: a user outside of all is missed by both.',
  fix: 'Put the user in the group of those who do the same.',
  holds: ({ of, joined }) => (of === 'user' ? is(joined, (on) => on, 'group') : undefined),
});
