import { is } from '../model/truth';
import { control } from './control';

export const codeSigned = control({
  id: 'code-signed',
  area: 'application',
  severity: 'low',
  gate: 'off',
  judges: 'code-signing',
  title: 'Only code that somebody trusted has signed is run',
  failure: 'runs code whoever signed it',
  why: 'Whoever can write to where the code lies can change what runs; a signature is checked each time it is deployed.',
  fix: 'Name who may sign, and have code without their signature refused.',
  holds: ({ enforced }) => is(enforced, (on) => on, 'signature of the code'),
});
