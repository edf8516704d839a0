import { is } from '../model/truth';
import { control } from './control';

export const runtimeSupported = control({
  id: 'runtime-supported',
  area: 'runtime',
  severity: 'medium',
  gate: 'warn',
  judges: 'runtime',
  title: 'Runtimes and engines are still supported',
  failure: 'runs on something that nobody mends any more',
  why: 'After its end of support a runtime gets no security fixes, however well the service below it is kept.',
  fix: 'Move to a version that is supported.',
  holds: ({ supported }) => is(supported, (still) => still, 'version'),
});
