import { is, not } from '../model/truth';
import { control } from './control';

export const storageNotPublic = control({
  id: 'storage-not-public',
  area: 'configuration',
  severity: 'critical',
  gate: 'block',
  judges: 'public-switch',
  title: 'No switch makes stored data public',
  failure: 'makes stored data public',
  why: 'The switch opens the content to anyone on the internet, whatever its policies say.',
  fix: 'Switch public access off.',
  holds: ({ public: open }) => not(is(open, (on) => on, 'public switch')),
});
