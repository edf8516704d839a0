import { all, is } from '../model/truth';
import { control } from './control';

export const publicAccessBlockExplicit = control({
  id: 'public-access-block-explicit',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'public-access-block',
  title: 'The block of public access is written down',
  failure: 'relies on the platform for its public-access block',
  why: "The platform's initial setting protects what is created today; what is written down protects what is imported, copied or changed.",
  fix: 'Write the public-access block with all four settings on.',
  holds: ({ complete, explicit }) =>
    all(
      is(explicit, (on) => on, 'public access block written'),
      is(complete, (on) => on, 'public access block'),
    ),
});
