import { is } from '../model/truth';
import { control } from './control';

export const machineRoleGiven = control({
  id: 'machine-role-given',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'machine-role',
  title: 'Machines act with a role',
  failure: 'has no role',
  why: 'What runs on a machine without a role needs keys that somebody puts there, and that stay.',
  fix: 'Give the machine an instance profile whose role allows what it needs.',
  holds: ({ given }) => given && is(given, (on) => on, 'role'),
});
