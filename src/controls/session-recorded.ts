import { all, is } from '../model/truth';
import { control } from './control';

export const sessionRecorded = control({
  id: 'session-recorded',
  area: 'logging-audit',
  severity: 'medium',
  gate: 'note',
  judges: 'remote-session',
  title: 'Sessions on machines are recorded, in encrypted stores only',
  failure: 'keeps no encrypted record of its sessions',
  why: 'What people do in a shell leaves no other trace, and what they see there, secrets among it, stands in its records.',
  fix: 'Name a bucket or a log group for the records, and demand that it be encrypted.',
  holds: ({ recorded, recordsEncrypted }) =>
    all(
      is(recorded, (kept) => kept, 'records of sessions'),
      is(recordsEncrypted, (encrypted) => encrypted, 'records kept encrypted'),
    ),
});
