import { is } from '../model/truth';
import { control } from './control';

export const securityContactSet = control({
  id: 'security-contact-set',
  area: 'incident-response',
  severity: 'low',
  gate: 'note',
  judges: 'contact',
  title: 'Somebody can be reached when something is wrong',
  failure: 'names nobody to turn to',
  why: 'When the provider sees an abuse of your account, it writes to whoever you named.',
  fix: 'Name a contact who reads the messages.',
  holds: ({ set }) => is(set, (named) => named, 'contact'),
});
