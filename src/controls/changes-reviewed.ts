import { is } from '../model/truth';
import { control } from './control';

export const changesReviewed = control({
  id: 'changes-reviewed',
  area: 'application',
  severity: 'medium',
  gate: 'note',
  judges: 'change-review',
  title: 'Nobody changes code without the consent of somebody else',
  failure: 'takes changes that nobody else has agreed to',
  why: 'One stolen account, or one mistake, is enough to change what is deployed. The provider holds changes back when you tell it to.',
  fix: 'Protect the branch, and require a pull request with one approval at least.',
  holds: ({ required }) => is(required, (on) => on, 'approval of changes'),
});
