import { is, not } from '../model/truth';
import { control } from './control';

export const policyNotInline = control({
  id: 'policy-not-inline',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'written-policy',
  title: 'Policies stand by themselves',
  failure: 'has a policy that stands inside a principal',
  why: 'A policy inside a principal cannot be reviewed, versioned or given to others in one place.',
  fix: 'Write a managed policy and attach it.',
  holds: ({ inline }) => inline && not(is(inline, (on) => on, 'inline')),
});
