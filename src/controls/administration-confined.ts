import { is, not } from '../model/truth';
import { control } from './control';

export const administrationConfined = control({
  id: 'administration-confined',
  area: 'identity-access',
  severity: 'low',
  gate: 'note',
  judges: 'administration',
  title: 'Nobody administers everything in a service for good',
  failure: 'makes somebody administrator of everything in it',
  why: 'What a service grants by itself stands beside IAM: a policy that confines everybody there confines nobody here.',
  fix: 'Grant what is needed, in the part where it is needed.',
  holds: ({ unlimited }) => not(is(unlimited, (all) => all, 'administration')),
});
