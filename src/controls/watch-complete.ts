import { is } from '../model/truth';
import { control } from './control';

export const watchComplete = control({
  id: 'watch-complete',
  area: 'incident-response',
  severity: 'low',
  gate: 'off',
  judges: 'detector',
  title: 'Detectors leave nothing out',
  failure: 'leaves something unwatched',
  why: 'Intruders use the region, the service or the kind of resource that nobody watches.',
  fix: 'Switch every feature on, for every region and every kind of resource.',
  holds: ({ whole }) => whole && is(whole, (everything) => everything, 'everything watched'),
});
