import type { ReportedInput, Result } from '../model/result';
import type { Baseline } from './baseline';
import { judgingControls, type ControlMetadata } from './own-controls';
import { reportInput, type Line } from './report-input';
import type { Settings } from './settings';
import { waiverNotes } from './waiver-findings';
import type { RegisteredWaiver } from './waiver-register';
import { weighing, type JudgedInput, type WeighedInput } from './weigh';

/**
 * What some of a run's inputs report. What is to be said of the configuration's waivers only the whole run tells, so it
 * is not among it. Plain data: it may come from another thread.
 */
export interface Share {
  readonly inputs: readonly SharedInput[];
  /** The configuration's waivers, and what became of them in these inputs. */
  readonly configured: readonly RegisteredWaiver[];
}

/** What one input reports. */
export interface SharedInput {
  /** Its place among all inputs of the run. */
  readonly position: number;
  readonly report: ReportedInput;
  /** Notes on waivers beside the code: they follow those on waivers of the configuration. */
  readonly waiverNotes: readonly string[];
  /** Of everything that was judged, listed or not. */
  readonly verdicts: Result['summary']['verdict'];
}

/** A share while inputs are added to it. Nothing of them is kept but what they report. */
export interface OpenShare {
  /** @param position larger than that of the input before */
  readonly add: (judged: JudgedInput, position: number) => void;
  /** What was added so far. */
  readonly share: () => Share;
}

/** What reports need beside what was judged. */
export interface ShareContext {
  readonly line?: Line;
  /** What a committed baseline knows already. */
  readonly baseline?: Baseline | undefined;
  /** What to write on a resource of a type to mend what a control finds. */
  readonly suggestionOf?: (control: string, type: string) => string | null;
}

/** What can be written in a template is the customer's, where nobody says otherwise. */
const withoutLine: Line = {
  sideOf: () => ({ party: 'customer', because: 'what can be configured is yours' }),
  movesBetween: () => [],
  unownedAreas: () => [],
};

/**
 * Opens a share of a run; see {@link assemble} in decision.ts for what becomes of it.
 *
 * @param controls at least those that judged; the tool's own need not be among them.
 */
export function openShare(
  controls: readonly ControlMetadata[],
  settings: Settings,
  { line = withoutLine, baseline, suggestionOf = () => null }: ShareContext,
): OpenShare {
  const judging = judgingControls(controls);
  const { next, configured } = weighing(judging, settings, baseline);
  const inputs: SharedInput[] = [];
  return {
    add(judged, position) {
      const weighed = next(judged, position);
      inputs.push({
        position,
        report: reportInput(weighed, judging, settings, { line, suggestionOf }),
        waiverNotes: notesBesideCode(weighed),
        verdicts: verdictsOf(weighed),
      });
    },
    share: () => ({
      inputs,
      configured: configured.map(({ waiver, standing, findings, inspectedIn }) => ({
        waiver,
        standing,
        findings,
        inspectedIn,
      })),
    }),
  };
}

function notesBesideCode({ inline, ignoredWaivers, suppressionNotes }: WeighedInput): readonly string[] {
  const ignored = `${String(ignoredWaivers)} waiver(s) beside the code ignored: the configuration says "inline: false"`;
  return [...waiverNotes(inline), ...(ignoredWaivers === 0 ? [] : [ignored]), ...suppressionNotes];
}

function verdictsOf({ findings, passed }: WeighedInput): SharedInput['verdicts'] {
  const count = (wanted: string): number => findings.filter(({ finding: { verdict } }) => verdict === wanted).length;
  return { fail: count('fail'), undecided: count('undecided'), pass: count('pass') + passed };
}
