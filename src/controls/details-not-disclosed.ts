import { is } from '../model/truth';
import { control } from './control';

export const detailsNotDisclosed = control({
  id: 'details-not-disclosed',
  area: 'configuration',
  severity: 'low',
  gate: 'note',
  judges: 'front-guard',
  title: 'Fronts tell strangers nothing of what lies behind',
  failure: 'tells strangers what lies behind it',
  why: 'A schema, a directory listing or a full trace of requests spares an attacker the search.',
  fix: 'Switch introspection, listings and full traces off.',
  holds: ({ guard, kept }) => (guard === 'discretion' ? is(kept, (on) => on, 'discretion') : undefined),
});
