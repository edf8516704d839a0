import { is } from '../model/truth';
import { control } from './control';

export const putToUse = control({
  id: 'put-to-use',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'usage',
  title: 'What is created is put to use',
  failure: 'is used by nothing',
  why: 'What nothing uses protects nothing, is paid for, and lies ready for whoever finds it.',
  fix: 'Attach it to what it is meant for, or take it away.',
  holds: ({ used }) => is(used, (on) => on, 'use'),
});
