import { is } from '../model/truth';
import { control } from './control';

export const purposeDescribed = control({
  id: 'purpose-described',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'description',
  title: 'Groups and rules say what they are for',
  failure: 'does not say what it is for',
  why: 'A rule whose purpose nobody knows is a rule nobody dares to remove.',
  fix: 'Write a description.',
  holds: ({ given }) => is(given, (on) => on, 'description'),
});
