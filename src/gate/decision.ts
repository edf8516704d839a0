import type { Finding, Party } from '../model/finding';
import type { Resource } from '../model/resource';
import { schemaVersion, type Decision, type ReportedFinding, type ReportedInput, type Result } from '../model/result';
import { compareFindings, compareText } from './order';
import { ownControls, type ControlMetadata } from './own-controls';
import { reportFinding, reportFixed } from './report-finding';
import type { Settings } from './settings';
import { waiverFindings } from './waiver-findings';
import type { RegisteredWaiver } from './waiver-register';
import { weigh, type JudgedInput, type PartyOf, type Weighed, type WeighedInput } from './weigh';

/** What the decision needs beside what was judged. */
export interface DecisionContext {
  /** The version of the tool. */
  readonly version: string;
  /** Whose side of the line a finding is on. What a template can set is the customer's unless this says otherwise. */
  readonly partyOf?: PartyOf;
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
  const judging = controls.filter(({ id }) => !ownControls.some((own) => own.id === id));
  const weighed = weigh(judged, judging, settings);
  const partyOf = context.partyOf ?? (() => 'customer' as const);
  const waivers = waiversByInput(weighed);
  const inputs = weighed.inputs.map((input, position) =>
    reportInput(input, waivers[position] ?? [], judging, settings, partyOf),
  );
  return {
    schemaVersion,
    tool: { name: 'demarc', version: context.version },
    decision: decisionOf(inputs),
    summary: summaryOf(weighed, inputs),
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
 * The waivers that are spoken of under each input: those written in it; of the configuration's those for which it is
 * the first to hold something they are for, and under the first input those that no input has anything for.
 */
const waiversByInput = ({ inputs, configured }: Weighed): readonly (readonly RegisteredWaiver[])[] =>
  inputs.map(({ inline }, position) => [
    ...configured.filter(({ inspectedIn }) => (inspectedIn ?? 0) === position),
    ...inline,
  ]);

function reportInput(
  weighed: WeighedInput,
  waivers: readonly RegisteredWaiver[],
  controls: readonly ControlMetadata[],
  settings: Settings,
  partyOf: PartyOf,
): ReportedInput {
  const { input } = weighed;
  const partial = input.incomplete ?? null;
  const unclassified = input.after?.unclassified ?? [];
  return {
    path: input.path,
    dialect: input.dialect,
    resources: resourceCount(input),
    unclassified: unclassified.map(({ address }) => address).toSorted(compareText),
    unclassifiedTypes: countByType(unclassified),
    error: input.error ?? (settings.allowIncomplete ? null : partial),
    notes: [
      ...input.notes,
      ...(settings.allowIncomplete && partial !== null ? [partial] : []),
      ...waiverNotes(weighed, waivers),
    ],
    findings: [...reportFindings(weighed, settings, partyOf), ...waiverFindings(waivers, controls, settings)].toSorted(
      compareFindings,
    ),
    fixed: weighed.fixed
      .flatMap((finding) => reportFixedIn(input, finding, controls, partyOf))
      .toSorted(compareFindings),
  };
}

const resourceCount = ({ after }: JudgedInput): number =>
  after?.graph.resources.filter(({ mode }) => mode === 'managed').length ?? 0;

/** The most frequent first. */
function countByType(resources: readonly Resource[]): ReportedInput['unclassifiedTypes'] {
  const counts = new Map<string, number>();
  for (const { type } of resources) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .toSorted((one, other) => other.count - one.count || compareText(one.type, other.type));
}

function reportFindings(
  { input, findings }: WeighedInput,
  { includePass }: Settings,
  partyOf: PartyOf,
): readonly ReportedFinding[] {
  const graph = input.after?.graph;
  if (!graph) return [];
  return findings.flatMap(({ finding, metadata, gate, change, waiver, coveredBy }) => {
    if (gate === 'off' || (finding.verdict === 'pass' && !includePass)) return [];
    const party = partyOf(finding, metadata, graph);
    return [reportFinding(finding, metadata, graph, { gate, change, waiver, coveredBy, party })];
  });
}

function reportFixedIn(
  { before }: JudgedInput,
  finding: Finding,
  controls: readonly ControlMetadata[],
  partyOf: PartyOf,
): readonly ReportedFinding[] {
  const metadata = controls.find(({ id }) => id === finding.control);
  if (!before || !metadata) return [];
  const party: Party = partyOf(finding, metadata, before.graph);
  return [reportFixed(finding, metadata, before.graph, party)];
}

/** What people must know of waivers that do not count, and that no finding tells. */
function waiverNotes({ ignoredWaivers }: WeighedInput, waivers: readonly RegisteredWaiver[]): readonly string[] {
  const refused = waivers.flatMap(({ waiver, standing }) =>
    standing.state === 'refused' ? [`waiver of ${waiver.control} for ${waiver.resource} ${standing.why}`] : [],
  );
  const ignored = `${String(ignoredWaivers)} waiver(s) beside the code ignored: the configuration says "inline: false"`;
  return ignoredWaivers === 0 ? refused : [...refused, ignored];
}

/** Verdicts are counted of everything that was judged; gate levels of what is listed and not waived. */
function summaryOf({ inputs: weighed }: Weighed, inputs: readonly ReportedInput[]): Result['summary'] {
  const judged = weighed.flatMap(({ findings }) => findings.map(({ finding }) => finding.verdict));
  const listed = inputs.flatMap(({ findings }) => findings);
  const own = listed.filter(({ resource }) => resource.type === 'waiver').map(({ verdict }) => verdict);
  const gated = listed.filter(({ verdict, waiver }) => verdict !== 'pass' && waiver === null).map(({ gate }) => gate);
  const count = <T>(items: readonly T[], wanted: T): number => items.filter((item) => item === wanted).length;
  const verdicts = [...judged, ...own];
  return {
    resources: inputs.reduce((sum, { resources }) => sum + resources, 0),
    unclassified: inputs.reduce((sum, { unclassified }) => sum + unclassified.length, 0),
    verdict: { fail: count(verdicts, 'fail'), undecided: count(verdicts, 'undecided'), pass: count(verdicts, 'pass') },
    gate: {
      block: count(gated, 'block'),
      warn: count(gated, 'warn'),
      note: count(gated, 'note'),
      waived: listed.filter(({ waiver }) => waiver !== null).length,
    },
  };
}
