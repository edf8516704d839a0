import { is, not } from '../model/truth';
import { control } from './control';

export const roleNotShared = control({
  id: 'role-not-shared',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'machine-role',
  title: 'What runs has a role of its own',
  failure: 'shares its role',
  why: 'A shared role allows each of its users what any of them needs.',
  fix: 'Give each function or task a role of its own, and the agent that starts it another.',
  holds: ({ shared }) => shared && not(is(shared, (on) => on, 'role')),
});
