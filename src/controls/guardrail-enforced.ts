import { is } from '../model/truth';
import { control } from './control';

export const guardrailEnforced = control({
  id: 'guardrail-enforced',
  area: 'configuration',
  severity: 'low',
  gate: 'note',
  judges: 'guardrail',
  title: 'Rules of the organization refuse something',
  failure: 'refuses nothing',
  why: 'A rule that allows everything, or that is only reported on, keeps nobody from anything.',
  fix: 'Deny what no account may do, or allow only what they need.',
  holds: ({ enforced }) => is(enforced, (refuses) => refuses, 'something refused'),
});
