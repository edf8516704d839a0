import { truth } from '../model/truth';
import { control } from './control';

export const egressStated = control({
  id: 'egress-stated',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'egress-rule',
  title: 'Security groups say what they let out',
  failure: 'says nothing of what it lets out, and lets everything out',
  why: 'A group that is created without outgoing rules is given one that lets everything out.',
  fix: 'Write the outgoing rules that are needed; one to 127.0.0.1/32 lets nothing out.',
  holds: ({ initial, peers }) =>
    initial === undefined
      ? truth(true, peers.at, 'somebody wrote the rule')
      : peers.state === 'unknown'
        ? truth(undefined, peers.at, `outgoing rules: ${peers.why}`)
        : truth(false, peers.at, initial),
});
