import { is } from '../model/truth';
import { control } from './control';

export const unhandledMessagesKept = control({
  id: 'unhandled-messages-kept',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'failed-messages',
  title: 'Messages that nobody could handle are kept',
  failure: 'drops messages that nobody could handle',
  why: 'What nobody could deliver or handle is gone after some attempts, unless a dead-letter queue takes it.',
  fix: 'Name a dead-letter queue.',
  holds: ({ kept }) => is(kept, (on) => on, 'dead-letter queue'),
});
