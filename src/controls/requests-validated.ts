import { is } from '../model/truth';
import { control } from './control';

export const requestsValidated = control({
  id: 'requests-validated',
  area: 'application',
  severity: 'low',
  gate: 'off',
  judges: 'front-guard',
  title: 'APIs check requests before they pass them on',
  failure: 'passes on requests unchecked',
  why: 'What is checked at the front never reaches the code behind, where a mistake costs more.',
  fix: 'Name a request validator, and describe parameters and body.',
  holds: ({ guard, kept }) => (guard === 'validation' ? is(kept, (on) => on, 'request validator') : undefined),
});
