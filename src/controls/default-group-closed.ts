import { is, not } from '../model/truth';
import { control } from './control';

export const defaultGroupClosed = control({
  id: 'default-group-closed',
  area: 'network-controls',
  severity: 'low',
  gate: 'note',
  judges: 'default-network',
  title: 'Default security groups of networks have no rules',
  failure: 'keeps its rules',
  why: 'Whatever names no group of its own gets the default one: its members reach each other, and everything outside.',
  fix: 'Adopt the default security group and write no rules in it; give everything a group of its own.',
  holds: ({ groupOpen }) => groupOpen && not(is(groupOpen, (open) => open, 'rules of the default security group')),
});
