import { is, not } from '../model/truth';
import { control } from './control';

export const rootWithoutKeys = control({
  id: 'root-without-keys',
  area: 'client-users',
  severity: 'high',
  gate: 'off',
  judges: 'credential',
  title: 'The root user has no access keys',
  failure: 'is a key of the root user',
  why: 'No policy confines the root user: whoever has its key has the account.',
  fix: 'Delete the key, and act with a role.',
  holds: ({ ofRoot }) => ofRoot && not(is(ofRoot, (on) => on, 'root user')),
});
