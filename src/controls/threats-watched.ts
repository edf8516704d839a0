import { is } from '../model/truth';
import { control } from './control';

export const threatsWatched = control({
  id: 'threats-watched',
  area: 'incident-response',
  severity: 'low',
  gate: 'note',
  judges: 'detector',
  title: 'Detectors are switched on',
  failure: 'does not watch',
  why: 'The provider offers to watch your account for threats and mistakes; it does so when you switch it on.',
  fix: 'Switch the detector on.',
  holds: ({ on }) => on && is(on, (watches) => watches, 'detector'),
});
