import { is } from '../model/truth';
import { control } from './control';

export const settingsEnforced = control({
  id: 'settings-enforced',
  area: 'configuration',
  severity: 'low',
  gate: 'note',
  judges: 'client-settings',
  title: 'Settings hold whatever clients ask for',
  failure: 'lets its clients override its settings',
  why: 'Where a client may bring settings of its own, it also decides where results are written and how they are encrypted.',
  fix: 'Have the settings enforced for all clients.',
  holds: ({ enforced }) => is(enforced, (on) => on, 'settings enforced'),
});
