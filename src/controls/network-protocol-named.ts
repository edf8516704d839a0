import { not } from '../model/truth';
import { opensEveryProtocol } from './network-exposure';
import { control } from './control';

export const networkProtocolNamed = control({
  id: 'network-protocol-named',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: ['ingress-rule', 'egress-rule', 'network-acl-rule'],
  title: 'Network rules name a protocol',
  failure: 'opens every protocol',
  why: 'A rule for every protocol opens every port of each, whatever ports stand beside it.',
  fix: 'Name the protocol, and its ports.',
  holds: (rule) => not(opensEveryProtocol(rule)),
});
