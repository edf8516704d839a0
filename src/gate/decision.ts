import { schemaVersion, type Decision, type ReportedInput, type Result } from '../model/result';
import { compareFindings } from './order';
import { isOwn, judgingControls, type ControlMetadata } from './own-controls';
import type { Settings } from './settings';
import { openShare, type Share, type ShareContext, type SharedInput } from './share';
import { waiverFindings, waiverNotes } from './waiver-findings';
import { joinRegistered, type RegisteredWaiver } from './waiver-register';
import type { JudgedInput } from './weigh';

/** What the decision needs beside what was judged. */
export interface DecisionContext extends ShareContext {
  /** The version of the tool. */
  readonly version: string;
}

/**
 * Judged inputs in, the result out: what every report is written from.
 *
 * @param controls at least those that judged; the tool's own need not be among them.
 * @throws Error where a finding's control is not among them.
 */
export function decide(
  judged: readonly JudgedInput[],
  controls: readonly ControlMetadata[],
  settings: Settings,
  context: DecisionContext,
): Result {
  const { add, share } = openShare(controls, settings, context);
  for (const [position, input] of judged.entries()) add(input, position);
  return assemble([share()], controls, settings, context);
}

/** All shares of a run in, the result out. Into how many the inputs were divided, and how, makes no difference. */
export function assemble(
  shares: readonly Share[],
  controls: readonly ControlMetadata[],
  settings: Settings,
  { version }: Pick<DecisionContext, 'version'>,
): Result {
  const judging = judgingControls(controls);
  const shared = shares.flatMap(({ inputs }) => inputs).toSorted((one, other) => one.position - other.position);
  const configured = joinRegistered(shares.map((share) => share.configured));
  const inputs = shared.map((input, index) =>
    withWaivers(input, spokenOfUnder(input, index === 0, configured), judging, settings),
  );
  return {
    schemaVersion,
    tool: { name: 'demarc', version },
    decision: decisionOf(inputs),
    summary: summaryOf(shared, inputs),
    inputs,
  };
}

/** 0 open, 1 blocked, 2 could not judge. With `exitZero` findings never fail; what could not be judged still does. */
export function exitCodeOf(
  { decision }: Pick<Result, 'decision'>,
  options: { readonly exitZero?: boolean | undefined } = {},
): 0 | 1 | 2 {
  if (decision === 'incomplete') return 2;
  return decision === 'blocked' && !options.exitZero ? 1 : 0;
}

/** Without any input nothing was judged, and that is not an open gate. */
function decisionOf(inputs: readonly ReportedInput[]): Decision {
  if (inputs.length === 0 || inputs.some(({ error }) => error !== null)) return 'incomplete';
  return inputs.some(({ findings }) => findings.some(({ gate }) => gate === 'block')) ? 'blocked' : 'open';
}

/**
 * The configuration's waivers that are spoken of under an input: those for which it is the first to hold something they
 * are for, and under the first input those that no input has anything for.
 */
const spokenOfUnder = (
  { position }: SharedInput,
  isFirst: boolean,
  configured: readonly RegisteredWaiver[],
): readonly RegisteredWaiver[] =>
  configured.filter(({ inspectedIn }) => (inspectedIn === undefined ? isFirst : inspectedIn === position));

/** What an input reports, with what is to be said of waivers of the configuration. */
const withWaivers = (
  { report, waiverNotes: besideCode }: SharedInput,
  waivers: readonly RegisteredWaiver[],
  controls: readonly ControlMetadata[],
  settings: Settings,
): ReportedInput => ({
  ...report,
  notes: [...report.notes, ...waiverNotes(waivers), ...besideCode],
  findings: [...waiverFindings(waivers, controls, settings), ...report.findings].toSorted(compareFindings),
});

/** Verdicts are counted of everything that was judged; gate levels of what is listed and not waived. */
function summaryOf(shared: readonly SharedInput[], inputs: readonly ReportedInput[]): Result['summary'] {
  const listed = inputs.flatMap(({ findings }) => findings);
  const own = listed.filter(({ control }) => isOwn(control));
  const gated = listed.filter(({ verdict, waiver }) => verdict !== 'pass' && waiver === null);
  const verdicts = (wanted: 'fail' | 'undecided' | 'pass'): number =>
    shared.reduce((sum, input) => sum + input.verdicts[wanted], 0) +
    own.filter(({ verdict }) => verdict === wanted).length;
  const levels = (wanted: 'block' | 'warn' | 'note'): number => gated.filter(({ gate }) => gate === wanted).length;
  return {
    resources: inputs.reduce((sum, { resources }) => sum + resources, 0),
    unclassified: inputs.reduce((sum, { unclassified }) => sum + unclassified.length, 0),
    verdict: { fail: verdicts('fail'), undecided: verdicts('undecided'), pass: verdicts('pass') },
    gate: {
      block: levels('block'),
      warn: levels('warn'),
      note: levels('note'),
      waived: listed.filter(({ waiver }) => waiver !== null).length,
    },
  };
}
