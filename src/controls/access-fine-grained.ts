import { is } from '../model/truth';
import { control } from './control';

export const accessFineGrained = control({
  id: 'access-fine-grained',
  area: 'identity-access',
  severity: 'low',
  gate: 'off',
  judges: 'inner-access',
  title: 'Those who are let in are told apart',
  failure: 'lets everybody who is let in do everything',
  why: 'Without users of its own, whoever reaches a store reads and deletes all of it.',
  fix: 'Switch fine-grained access control or user groups on, and grant each user what it needs.',
  holds: ({ fineGrained }) => is(fineGrained, (on) => on, 'fine-grained access control'),
});
