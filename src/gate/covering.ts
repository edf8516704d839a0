import type { GateLevel } from '../controls/control';
import { rankOf } from './levels';

/** What covering looks at in a finding. */
export interface Coverable {
  readonly control: string;
  readonly subjectId: string;
  readonly failing: boolean;
  readonly waived: boolean;
  readonly gate: GateLevel;
  /** The controls that see the same fault more specifically. */
  readonly yieldsTo: readonly string[];
}

/**
 * Which finding is spoken for by which control: one that it yields to and that fails on the same subject.
 *
 * Who speaks must not be off or waived, and must weigh at least as much, so that a fault never gets lighter by being
 * seen twice. Two controls that yield to each other do not silence both.
 */
export function coveredBy<T extends Coverable>(findings: readonly T[]): ReadonlyMap<T, string> {
  const speaking = findings.filter(({ failing, waived, gate }) => failing && !waived && gate !== 'off');
  const byKey = new Map(speaking.map((finding) => [keyOf(finding.subjectId, finding.control), finding]));
  const covering = new Map<T, T>();
  const last = (finding: T): T => {
    const next = covering.get(finding);
    return next ? last(next) : finding;
  };
  for (const finding of findings) {
    if (finding.waived) continue;
    const speaker = finding.yieldsTo
      .flatMap((control) => byKey.get(keyOf(finding.subjectId, control)) ?? [])
      .find((one) => rankOf(one.gate) <= rankOf(finding.gate) && last(one) !== finding);
    if (speaker) covering.set(finding, speaker);
  }
  return new Map([...covering].map(([finding, speaker]) => [finding, speaker.control]));
}

const keyOf = (subjectId: string, control: string): string => `${control} ${subjectId}`;
