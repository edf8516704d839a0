import { is } from '../model/truth';
import { control } from './control';

export const keyDeletionWindow = control({
  id: 'key-deletion-window',
  area: 'key-management',
  severity: 'low',
  gate: 'note',
  judges: 'key',
  title: 'A key ordered deleted can be called back for a while',
  failure: 'can be deleted within less than two weeks',
  why: 'A deleted key takes all that it encrypts with it. The waiting time is the only chance to notice.',
  fix: 'Set the waiting time before deletion to 14 days or more.',
  holds: ({ deletionWindow }) => deletionWindow && is(deletionWindow, (days) => days >= 14, 'days until deletion'),
});
