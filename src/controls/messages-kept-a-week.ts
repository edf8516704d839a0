import { is } from '../model/truth';
import { control } from './control';

export const messagesKeptAWeek = control({
  id: 'messages-kept-a-week',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'message-retention',
  title: 'Messages wait for a week',
  failure: 'keeps messages for less than a week',
  why: 'A consumer that stops on a Friday loses what came in until somebody mends it.',
  fix: 'Keep messages for seven days at least.',
  holds: ({ days }) => is(days, (count) => count >= 7, 'days that messages are kept'),
});
