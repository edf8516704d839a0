import { is } from '../model/truth';
import { control } from './control';

export const groupMfaRequired = control({
  id: 'group-mfa-required',
  area: 'client-users',
  severity: 'low',
  gate: 'off',
  judges: 'multi-factor',
  title: 'Groups ask their members for a second factor',
  failure: 'gives its members permissions without a second factor',
  why: 'What a stolen password opens is what the groups of its owner give.',
  fix: 'Add a policy to the group that denies everything without aws:MultiFactorAuthPresent.',
  holds: ({ of, required }) => (of === 'group' ? is(required, (on) => on, 'second factor') : undefined),
});
