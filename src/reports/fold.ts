import type { ReportedFinding } from '../model/result';
import type { Placed } from './order';

export interface Folded {
  readonly spoken: readonly Placed[];
  /** For each finding that speaks for others, the controls it speaks for. */
  readonly covered: ReadonlyMap<ReportedFinding, readonly string[]>;
}

/** Folds a finding into the more specific one that speaks for it, where that one is shown and weighs as much. */
export function fold(findings: readonly Placed[]): Folded {
  const key = ({ finding: { resource }, input }: Placed, control: string) =>
    JSON.stringify([input, resource.document, resource.stack, resource.constructPath, resource.address, control]);
  const rank = { block: 0, warn: 1, note: 2 };
  const byKey = new Map(findings.map((placed) => [key(placed, placed.finding.control), placed.finding]));
  const covered = new Map<ReportedFinding, readonly string[]>();
  /** Who speaks in the end, where one that speaks is itself spoken for. */
  const speakerOf = (placed: Placed): ReportedFinding | undefined => {
    let speaker: ReportedFinding | undefined;
    const passed = new Set([placed.finding]);
    for (let next = placed.finding.coveredBy; next !== null; next = speaker.coveredBy) {
      const found = byKey.get(key(placed, next));
      if (!found || passed.has(found)) break;
      passed.add(found);
      speaker = found;
    }
    return speaker;
  };
  const spoken = findings.filter((placed) => {
    const { control, gate } = placed.finding;
    const speaker = speakerOf(placed);
    if (!speaker || rank[speaker.gate] > rank[gate]) return true;
    covered.set(speaker, [...(covered.get(speaker) ?? []), control]);
    return false;
  });
  return { spoken, covered };
}

/** Findings that read alike: one control, one verdict, one level. */
export function groups(findings: readonly Placed[]): readonly (readonly Placed[])[] {
  const byKind = new Map<string, Placed[]>();
  for (const placed of findings) {
    const { control, verdict, gate } = placed.finding;
    const key = `${gate} ${verdict} ${control}`;
    const group = byKind.get(key);
    if (group) group.push(placed);
    else byKind.set(key, [placed]);
  }
  return [...byKind.values()];
}
