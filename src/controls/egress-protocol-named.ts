import { not } from '../model/truth';
import { opensEveryProtocol } from './network-exposure';
import { control } from './control';

export const egressProtocolNamed = control({
  id: 'egress-protocol-named',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'egress-rule',
  title: 'Outgoing connections name a protocol',
  failure: 'lets connections out by every protocol',
  why: 'A rule for every protocol lets out on every port of each, whatever ports stand beside it.',
  fix: 'Name the protocol, and its ports.',
  holds: (rule) => not(opensEveryProtocol(rule)),
});
