import { is } from '../model/truth';
import { control } from './control';

export const publicAccessBlocked = control({
  id: 'public-access-blocked',
  area: 'configuration',
  severity: 'high',
  gate: 'warn',
  judges: 'public-access-block',
  title: 'Public access is blocked for the store as a whole',
  failure: 'does not block public access',
  why: 'The block is the guard behind every policy and ACL: without it, one wrong statement publishes the data.',
  fix: 'Switch the public-access block on, with all of its settings.',
  holds: ({ complete }) => is(complete, (on) => on, 'public access block'),
});
