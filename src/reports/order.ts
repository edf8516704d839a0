import { severities } from '../model/finding';
import type { ReportedFinding, Result } from '../model/result';

export const gates = ['block', 'warn', 'note'] as const;

const gateRank = ({ gate }: ReportedFinding): number => gates.indexOf(gate);
const verdictRank = ({ verdict }: ReportedFinding): number => ['fail', 'undecided', 'pass'].indexOf(verdict);
const severityRank = ({ severity }: ReportedFinding): number => severities.length - severities.indexOf(severity);

/** By code units: the same on every machine, whatever its language. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What blocks first, then what is worst; the order of the inputs, address and control break ties. */
export const worstFirst = (one: ReportedFinding, other: ReportedFinding): number =>
  gateRank(one) - gateRank(other) || verdictRank(one) - verdictRank(other) || severityRank(one) - severityRank(other);

/** A finding and the argument it comes from. */
export interface Placed {
  readonly finding: ReportedFinding;
  readonly input: string;
}

/** All findings of all inputs, worst first. */
export const sorted = ({ inputs }: Result): readonly Placed[] =>
  inputs
    .flatMap(({ path, findings }) => findings.map((finding) => ({ finding, input: path })))
    .sort((one, other) => worstFirst(one.finding, other.finding));

/** The findings that weigh something: neither passed nor waived. */
export const openFindings = (result: Result): readonly Placed[] =>
  sorted(result).filter(({ finding }) => finding.verdict !== 'pass' && !finding.waiver);
