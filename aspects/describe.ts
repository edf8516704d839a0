import type { ReportedFinding } from '../src/model/result';
import { reasons } from '../src/reports/pretty';
import { printable } from '../src/reports/printable';

/** A finding in one line: what is wrong, and what makes it so. */
export function describe(finding: ReportedFinding): string {
  const because = reasons(finding.witnesses, finding).map((reason) =>
    reason.endsWith('.') ? reason.slice(0, -1) : reason,
  );
  return printable(`${finding.message}${because.length > 0 ? ` (${because.join('; ')})` : ''}`);
}

/** The findings that speak: those that a graver one on the same resource speaks for are left to it. */
export function spoken(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const key = ({ resource: { document, address } }: ReportedFinding, control: string) =>
    JSON.stringify([document, address, control]);
  const speakers = new Set(findings.filter(({ waiver }) => waiver === null).map((one) => key(one, one.control)));
  return findings.filter((one) => one.coveredBy === null || !speakers.has(key(one, one.coveredBy)));
}

/** Severity words of the CDK. Any other word would fail open after an acknowledgement. */
export const severityOf = { block: 'error', warn: 'warning', note: 'info' } as const;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
