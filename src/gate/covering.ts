import type { GateLevel } from '../controls/control';
import { severities, type Severity } from '../model/finding';
import type { Place } from '../model/value';
import { rankOf } from './levels';
import { compareText } from './order';

/** What covering looks at in a finding. */
export interface Coverable {
  readonly control: string;
  readonly subjectId: string;
  readonly failing: boolean;
  readonly waived: boolean;
  readonly gate: GateLevel;
  /** The controls that see the same fault more specifically. */
  readonly yieldsTo: readonly string[];
  readonly severity: Severity;
  /** The one place that keeps an undecided finding open. */
  readonly openAt: string | null;
  /** Where its witnesses stand. */
  readonly places: readonly Place[];
}

/**
 * Which finding is spoken for by which control: one that it yields to and that fails on the same subject for the same
 * reasons; of several questions that one unknown keeps open, the gravest.
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
      .find((one) => rankOf(one.gate) <= rankOf(finding.gate) && seesAll(one, finding) && last(one) !== finding);
    if (speaker) covering.set(finding, speaker);
  }
  for (const [finding, speaker] of gravestOpen(findings.filter((one) => !one.waived && !covering.has(one))))
    covering.set(finding, speaker);
  return new Map([...covering].map(([finding, speaker]) => [finding, speaker.control]));
}

/** Whether each place that a finding points to is, holds or lies in one that the other points to. */
const seesAll = (speaker: Coverable, finding: Coverable): boolean =>
  finding.places.every((place) => speaker.places.some((other) => isWithin(place, other) || isWithin(other, place)));

const isWithin = (place: Place, outer: Place): boolean =>
  place.id === outer.id && outer.path.every((key, index) => place.path[index] === key);

/** One unknown on one subject is one thing to settle, however many questions wait for it. */
function gravestOpen<T extends Coverable>(findings: readonly T[]): readonly (readonly [T, T])[] {
  const groups = new Map<string, T[]>();
  for (const finding of findings) {
    if (finding.openAt === null || finding.gate === 'off') continue;
    const key = keyOf(finding.subjectId, finding.openAt);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [speaker, ...others] = group.toSorted(byGravity);
    return speaker ? others.map((other) => [other, speaker] as const) : [];
  });
}

const byGravity = (one: Coverable, other: Coverable): number =>
  rankOf(one.gate) - rankOf(other.gate) ||
  severities.indexOf(other.severity) - severities.indexOf(one.severity) ||
  compareText(one.control, other.control);

const keyOf = (subjectId: string, control: string): string => `${control} ${subjectId}`;
