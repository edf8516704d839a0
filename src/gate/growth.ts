import { allowsMore, speakOfPolicies } from '../controls/new-access';
import { coversCidr } from '../model/cidr';
import type { Fact, NetworkRule } from '../model/fact';
import type { Finding } from '../model/finding';
import type { Settled } from '../model/value';
import { distinctWitnesses } from './witnesses';

/**
 * Whether a fault that was there before is larger now: a rule lets through what no open rule did, a policy allows what it
 * did not and is at fault for something else, or it stands in more places.
 */
export function grew(previous: Finding, finding: Finding): boolean {
  if (finding.facts.length > 0 && [...previous.facts, ...finding.facts].every(isRule))
    return !rulesOf(finding.facts).every((rule) => rulesOf(previous.facts).some((wider) => isWithin(rule, wider)));
  if (speakOfPolicies(finding.facts)) {
    const more = allowsMore(previous.facts, finding.facts);
    if (more !== undefined) return more && saysSomethingElse(previous, finding);
  }
  return distinctWitnesses(finding.witnesses).length > distinctWitnesses(previous.witnesses).length;
}

const ruleKinds: ReadonlySet<Fact['kind']> = new Set(['ingress-rule', 'egress-rule', 'network-acl-rule', 'network-acl-egress-rule']); // prettier-ignore

const isRule = ({ kind }: Fact): boolean => ruleKinds.has(kind);
const rulesOf = (facts: readonly Fact[]): readonly NetworkRule[] =>
  facts.filter((fact): fact is NetworkRule => isRule(fact));

/** Whether a rule lets through no more than another. Where something is not known, only if both say the same of it. */
function isWithin(rule: NetworkRule, wider: NetworkRule): boolean {
  return (
    rule.kind === wider.kind &&
    hold(rule.protocol, wider.protocol, (narrow, wide) => wide === 'all' || wide === narrow) &&
    hold(rule.ports, wider.ports, (narrow, wide) => wide.from <= narrow.from && narrow.to <= wide.to) &&
    (wider.except ?? []).every(({ from, to }) => rule.except?.some((one) => one.from <= from && to <= one.to)) &&
    hold(rule.peers, wider.peers, (narrow, wide) =>
      narrow.every((peer) => wide.some((one) => hold(peer, one, (inner, outer) => inner === outer || coversCidr(outer, inner)))),
    )
  ); // prettier-ignore
}

const hold = <T>(narrow: Settled<T>, wide: Settled<T>, holds: (narrow: T, wide: T) => boolean): boolean =>
  narrow.state === 'known' && wide.state === 'known'
    ? holds(narrow.value, wide.value)
    : narrow.state === 'unknown' && wide.state === 'unknown' && narrow.why === wide.why;

/** The engine names a request that shows the fault: where it names the same ones, the fault is the same. */
function saysSomethingElse(previous: Finding, finding: Finding): boolean {
  const said = new Set(previous.witnesses.map(({ note }) => note));
  return finding.witnesses.some(({ note }) => !said.has(note));
}
