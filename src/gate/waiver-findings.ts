import type { GateLevel } from '../controls/control';
import type { ReportedFinding } from '../model/result';
import { waiverExpired, waiverUnused, waiverWithoutReason, type ControlMetadata } from './own-controls';
import { failingLevel } from './policy';
import { reportWaiverFinding } from './report-finding';
import type { Settings } from './settings';
import { didYouMean } from './suggestion';
import type { RegisteredWaiver } from './waiver-register';
import { isForeign, type Waiver } from './waivers';

/** What is wrong with a waiver, in the words of a finding; undefined where nothing is. */
interface Fault {
  readonly own: ControlMetadata;
  readonly fault: string;
}

/**
 * The findings on waivers themselves. A waiver is unused when a resource that it is for was inspected and no finding
 * needed it; where nothing that it is for was inspected, another run may need it.
 */
export function waiverFindings(
  registered: readonly RegisteredWaiver[],
  controls: readonly ControlMetadata[],
  settings: Settings,
): readonly ReportedFinding[] {
  return registered.flatMap((entry) => {
    const found = faultOf(entry, controls);
    if (!found) return [];
    const gate: GateLevel = failingLevel(found.own, undefined, settings.policyFor());
    return gate === 'off' ? [] : [reportWaiverFinding(entry.waiver, found.own, gate, found.fault)];
  });
}

/** What people must know of waivers that do not count, and that no finding tells. */
export const waiverNotes = (registered: readonly RegisteredWaiver[]): readonly string[] =>
  registered.flatMap(({ waiver, standing }) =>
    standing.state === 'refused' ? [`waiver of ${waiver.control} for ${waiver.resource} ${standing.why}`] : [],
  );

/** Whether a waiver that counts has nothing to waive, although what it is for was inspected. */
export const isUnused = ({ standing, findings, inspectedIn }: RegisteredWaiver): boolean =>
  standing.state === 'valid' && findings === 0 && inspectedIn !== undefined;

function faultOf(entry: RegisteredWaiver, controls: readonly ControlMetadata[]): Fault | undefined {
  const { waiver, standing } = entry;
  switch (standing.state) {
    case 'expired': {
      const owner = waiver.owner === null ? '' : ` (owner: ${waiver.owner})`;
      return { own: waiverExpired, fault: `${standing.why}${owner}${originOf(waiver)}` };
    }
    case 'without-reason':
      return { own: waiverWithoutReason, fault: `${standing.why}${originOf(waiver)}` };
    case 'unknown-control': {
      const meant = didYouMean(
        waiver.control,
        controls.map(({ id }) => id),
      );
      return { own: waiverUnused, fault: `${standing.why}${meant}` };
    }
    default:
      return isUnused(entry) && !isForeign(waiver) ? { own: waiverUnused, fault: 'waives nothing' } : undefined;
  }
}

/** The rule of another tool that a waiver was written for, for whoever looks for it in the code. */
const originOf = ({ source, rule }: Waiver): string => (rule === undefined ? '' : ` (${source} ${rule})`);
