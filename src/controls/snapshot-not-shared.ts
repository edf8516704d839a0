import { is, not } from '../model/truth';
import { control } from './control';

export const snapshotNotShared = control({
  id: 'snapshot-not-shared',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'sharing',
  title: 'Snapshots and images stay in their account',
  failure: 'is shared beyond its account',
  why: 'Whoever may use a snapshot or image may copy it, and the copy outlasts the permission.',
  fix: 'Take the permission away, or waive it for the account that is meant.',
  holds: ({ shared }) => shared && not(is(shared, (on) => on, 'permission')),
});
