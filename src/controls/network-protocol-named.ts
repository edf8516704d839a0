import { any, not } from '../model/truth';
import { opensEveryMessage, opensEveryProtocol } from './network-exposure';
import { control } from './control';

export const networkProtocolNamed = control({
  id: 'network-protocol-named',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: ['ingress-rule', 'network-acl-rule', 'network-acl-egress-rule'],
  title: 'Network rules name a protocol',
  failure: 'opens every protocol, or every message of one',
  why: 'A rule for every protocol opens every port of each, whatever ports stand beside it.',
  fix: 'Name the protocol, and its ports.',
  holds: (rule) => not(any(opensEveryProtocol(rule), opensEveryMessage(rule))),
});
