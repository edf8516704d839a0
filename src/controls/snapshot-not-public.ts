import { is, not } from '../model/truth';
import { control } from './control';

export const snapshotNotPublic = control({
  id: 'snapshot-not-public',
  area: 'configuration',
  severity: 'critical',
  gate: 'block',
  judges: 'sharing',
  title: 'Snapshots and images are not shared with everyone',
  failure: 'is shared with everyone',
  why: 'A public snapshot can be copied by any account, for good: taking it back does not take back the copies.',
  fix: 'Share it with named accounts only.',
  holds: ({ public: open }) => not(is(open, (shared) => shared, 'shared with everyone')),
});
