import type { Resource } from '../model/resource';
import { foreignTools, type ForeignTool } from './foreign-rules';
import { resourceMatcher } from './glob';

/** A dated, owned, reasoned exception, wherever it was written. */
export interface Waiver {
  /** The id of the control, as written. */
  readonly control: string;
  /** What it is for: an address, construct path or type, with wildcards. */
  readonly resource: string;
  /** The resources (`Resource.id`) that a waiver beside the code is for. Its `resource` is then only for people. */
  readonly ids?: readonly string[];
  readonly reason: string | null;
  readonly owner: string | null;
  /** The last day on which it counts, `YYYY-MM-DD`. */
  readonly until: string | null;
  readonly ticket: string | null;
  readonly source: 'config' | 'comment' | 'metadata' | 'acknowledgement' | ForeignTool;
  /** The rule of another tool that it was written for. */
  readonly rule?: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** The rules that waivers are under, and the configuration's own. */
export interface WaiverSettings {
  /** Whether waivers beside the code count. */
  readonly inline: boolean;
  /** Controls that cannot be waived. */
  readonly never: readonly string[];
  /** Other tools whose suppressions count. */
  readonly honour: readonly string[];
  readonly list: readonly Waiver[];
}

/** Whether a waiver counts, and if not, why. */
export type Standing =
  | { readonly state: 'valid' }
  | { readonly state: 'expired' | 'without-reason' | 'refused' | 'unknown-control'; readonly why: string };

/**
 * Whether a waiver counts today. It counts on the whole of its last day. Without a reason it never does; without a day
 * it does not in the configuration and in comments. Other tools know no last day, so theirs count without.
 */
export function standingOf(
  waiver: Waiver,
  {
    never,
    today,
    controls,
  }: { readonly never: readonly string[]; readonly today: string; readonly controls: ReadonlySet<string> },
): Standing {
  if (!controls.has(waiver.control)) return { state: 'unknown-control', why: `names no control: "${waiver.control}"` };
  if (never.includes(waiver.control))
    return { state: 'refused', why: `is refused: the configuration says that ${waiver.control} cannot be waived` };
  if (waiver.reason === null || !visible.test(waiver.reason))
    return { state: 'without-reason', why: 'gives no reason' };
  const lapse = lapseOf(waiver, today);
  return lapse === undefined ? { state: 'valid' } : { state: 'expired', why: lapse };
}

/** Something that people see: letters without width are no reason. */
const visible = /[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u;

function lapseOf({ until, source }: Waiver, today: string): string | undefined {
  if (until === null) return source === 'config' || source === 'comment' ? 'names no day on which it ends' : undefined;
  if (!isDate(until)) return `ends on "${until}", which is no date (YYYY-MM-DD)`;
  return today <= until ? undefined : `expired after ${until}`;
}

/** Whether it was written for another tool: it may be needed there where it is not needed here. */
export const isForeign = ({ source }: Waiver): boolean => foreignTools.some((tool) => tool === source);

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whole days from one date to a later one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Which resources a waiver is for. */
export function waiverMatcher({ resource, ids }: Waiver): (resource: Resource) => boolean {
  if (!ids) return resourceMatcher(resource);
  const covered = new Set(ids);
  return ({ id }) => covered.has(id);
}
