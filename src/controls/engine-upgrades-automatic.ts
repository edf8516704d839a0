import { is } from '../model/truth';
import { control } from './control';

export const engineUpgradesAutomatic = control({
  id: 'engine-upgrades-automatic',
  area: 'runtime',
  severity: 'low',
  gate: 'note',
  judges: 'patching',
  title: 'Engines are mended automatically',
  failure: 'waits for somebody to mend its engine',
  why: 'Minor versions carry the security fixes of the engine. The provider installs them when you let it.',
  fix: 'Switch automatic minor version upgrades on.',
  holds: ({ of, automatic }) => (of === 'engine' ? is(automatic, (on) => on, 'automatic upgrades') : undefined),
});
