import { is } from '../model/truth';
import { control } from './control';

export const requestsNormalized = control({
  id: 'requests-normalized',
  area: 'application',
  severity: 'low',
  gate: 'note',
  judges: 'front-guard',
  title: 'Requests that are not well formed are held back',
  failure: 'passes on requests that are not well formed',
  why: 'What balancer and application read differently smuggles one request in another.',
  fix: 'Drop invalid header fields, and keep the desync mitigation mode defensive or strictest.',
  holds: ({ guard, kept }) =>
    guard === 'normalization' ? is(kept, (on) => on, 'handling of malformed requests') : undefined,
});
