import { is, not } from '../model/truth';
import { control } from './control';

export const policiesThroughGroups = control({
  id: 'policies-through-groups',
  area: 'client-users',
  severity: 'low',
  gate: 'note',
  judges: 'direct-grant',
  title: 'Users get their permissions from groups',
  failure: 'has policies of its own',
  why: 'Permissions given one by one are forgotten one by one: nobody sees who may do what when people come, move and go.',
  fix: 'Attach the policies to a group or role, and put the user in it.',
  holds: ({ direct }) => not(is(direct, (own) => own, 'policies of its own')),
});
