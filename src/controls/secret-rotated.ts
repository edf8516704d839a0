import { is } from '../model/truth';
import { control } from './control';

export const secretRotated = control({
  id: 'secret-rotated',
  area: 'key-management',
  severity: 'low',
  gate: 'note',
  judges: 'secret-rotation',
  title: 'Secrets change every 90 days',
  failure: 'is not changed every 90 days',
  why: 'A secret that has leaked works until it is changed, and nobody changes one by hand.',
  fix: 'Let the secret be rotated automatically, every 90 days at least.',
  holds: ({ days }) => is(days, (count) => count <= 90, 'days between rotations'),
});
