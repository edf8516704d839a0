import type { ControlMetadata } from './own-controls';
import type { Settings } from './settings';
import { isUnused } from './waiver-findings';
import type { RegisteredWaiver } from './waiver-register';
import { daysBetween, type Waiver } from './waivers';
import { weigh, type JudgedInput } from './weigh';

/**
 * `active`: counts (and, where inputs were judged, waives something); `expiring`: so, and ends within 14 days;
 * `unused`: nothing to waive in what was inspected; `not-inspected`: nothing that it is for was inspected; the others
 * do not count.
 */
export type WaiverStateName =
  'active' | 'expiring' | 'unused' | 'not-inspected' | 'expired' | 'without-reason' | 'refused' | 'unknown-control';

export interface WaiverState {
  readonly waiver: Waiver;
  readonly state: WaiverStateName;
  /** Why it does not count; null where it does. */
  readonly why: string | null;
  /** Days left, the last one not counted; null without a date. */
  readonly daysLeft: number | null;
  /** How many findings it is for. */
  readonly findings: number;
}

const soon = 14;

/** Every waiver and what became of it. Without inputs, the configuration's by their dates alone. */
export function waiverStates(
  judged: readonly JudgedInput[],
  controls: readonly ControlMetadata[],
  settings: Settings,
): readonly WaiverState[] {
  const { inputs, configured } = weigh(judged, controls, settings);
  return [...configured, ...inputs.flatMap(({ inline }) => inline)].map((entry) =>
    stateOf(entry, settings.today, judged.length > 0),
  );
}

function stateOf(entry: RegisteredWaiver, today: string, wasInspected: boolean): WaiverState {
  const { waiver, standing, findings, inspectedIn } = entry;
  const shared = { waiver, findings };
  if (standing.state !== 'valid') return { ...shared, state: standing.state, why: standing.why, daysLeft: null };
  const daysLeft = waiver.until === null ? null : daysBetween(today, waiver.until);
  const name = (): WaiverStateName => {
    if (isUnused(entry)) return 'unused';
    if (wasInspected && inspectedIn === undefined) return 'not-inspected';
    return daysLeft !== null && daysLeft <= soon ? 'expiring' : 'active';
  };
  return { ...shared, state: name(), why: null, daysLeft };
}
