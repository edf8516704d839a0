import { is } from '../model/truth';
import { control } from './control';

export const rateLimited = control({
  id: 'rate-limited',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'front-guard',
  title: 'Calls of an API are limited',
  failure: 'does not limit calls',
  why: 'One caller can use up what all share, or what you pay for.',
  fix: 'Set a rate and a burst limit for the stage, or a usage plan.',
  holds: ({ guard, kept }) => (guard === 'rate' ? is(kept, (on) => on, 'limit of calls') : undefined),
});
