import { is, not } from '../model/truth';
import { control } from './control';

export const hostNetworkDeclared = control({
  id: 'host-network-declared',
  area: 'application',
  severity: 'medium',
  gate: 'off',
  judges: 'privilege',
  title: 'Root on the network of its host is declared privileged',
  failure: 'runs as root on the network of its host without being declared privileged',
  why: 'A container that is root on the network of its host hears and speaks as the host does. Where that is meant, it should be said where reviewers look for it.',
  fix: 'Give the containers a network or a user of their own; where they need the host, declare them privileged.',
  holds: ({ undeclared }) => undeclared && not(is(undeclared, (root) => root, 'root on the network of its host')),
});
