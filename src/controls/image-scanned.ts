import { is } from '../model/truth';
import { control } from './control';

export const imageScanned = control({
  id: 'image-scanned',
  area: 'application',
  severity: 'low',
  gate: 'note',
  judges: 'image',
  title: 'Images are looked through for known faults',
  failure: 'does not look through its images',
  why: 'What is in your image is yours: the provider mends its hosts, not your packages.',
  fix: 'Switch scanning of images on.',
  holds: ({ scanned }) => scanned && is(scanned, (on) => on, 'scanning'),
});
