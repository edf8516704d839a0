import { is } from '../model/truth';
import { control } from './control';

export const groupsPopulated = control({
  id: 'groups-populated',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'membership',
  title: 'Groups have users',
  failure: 'has no users',
  why: 'A group without users keeps permissions ready that nobody reviews.',
  fix: 'Put its users in it, or delete it.',
  holds: ({ of, joined }) => (of === 'group' ? is(joined, (on) => on, 'users') : undefined),
});
