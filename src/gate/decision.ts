import type { Area, Finding, Party } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import {
  schemaVersion,
  type Decision,
  type ReportedFinding,
  type ReportedInput,
  type ReportedMove,
  type Result,
} from '../model/result';
import type { Baseline } from './baseline';
import { planned } from './correspondence';
import { compareFindings, compareText } from './order';
import { areaOwned, ownControls, type ControlMetadata } from './own-controls';
import { failingLevel } from './policy';
import { presetLabels } from './presets';
import { reportFinding, reportFixed, reportUnowned, type Unowned, type Weight } from './report-finding';
import type { Settings } from './settings';
import { waiverFindings } from './waiver-findings';
import type { RegisteredWaiver } from './waiver-register';
import { weigh, type JudgedInput, type Weighed, type WeighedInput } from './weigh';

/** Who answers for what, as far as the gate asks. */
export interface Line {
  /** Whose a finding is, and why. */
  readonly sideOf: (
    finding: Finding,
    area: Area,
    graph: ResourceGraph,
  ) => { readonly party: Party; readonly because: string };
  /** What a change moves from one party to another. */
  readonly movesBetween: (
    before: ResourceGraph,
    after: ResourceGraph,
    predecessorOf: (resource: Resource) => Resource | undefined,
  ) => readonly ReportedMove[];
  /** Areas on the customer's side for which nobody is named. */
  readonly unownedAreas: (
    graph: ResourceGraph,
    ownerOf: (resource: Resource | null, area: Area, provider: string) => string | null,
  ) => readonly Unowned[];
}

/** What the gate passes on beside what it decides. */
interface Advice {
  readonly line: Line;
  readonly suggestionOf: (control: string, type: string) => string | null;
}

/** What can be written in a template is the customer's, where nobody says otherwise. */
const withoutLine: Line = {
  sideOf: () => ({ party: 'customer', because: 'what can be configured is yours' }),
  movesBetween: () => [],
  unownedAreas: () => [],
};

/** What the decision needs beside what was judged. */
export interface DecisionContext {
  /** The version of the tool. */
  readonly version: string;
  readonly line?: Line;
  /** What a committed baseline knows already. */
  readonly baseline?: Baseline | undefined;
  /** What to write on a resource of a type to mend what a control finds. */
  readonly suggestionOf?: (control: string, type: string) => string | null;
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
  const weighed = weigh(judged, judging, settings, context.baseline);
  const line = context.line ?? withoutLine;
  const advice: Advice = { line, suggestionOf: context.suggestionOf ?? (() => null) };
  const waivers = waiversByInput(weighed);
  const inputs = weighed.inputs.map((input, position) =>
    reportInput(input, waivers[position] ?? [], judging, settings, advice),
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
  advice: Advice,
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
    findings: [
      ...reportFindings(weighed, settings, advice),
      ...waiverFindings(waivers, controls, settings),
      ...unownedFindings(input, settings, advice.line),
    ].toSorted(compareFindings),
    fixed: weighed.fixed
      .flatMap((finding) => reportFixedIn(input, finding, controls, settings, advice))
      .toSorted(compareFindings),
    moves: movesIn(input, advice.line),
  };
}

function movesIn({ before, after, correspondence }: JudgedInput, line: Line): readonly ReportedMove[] {
  if (!before || !after) return [];
  const { predecessorOf } = correspondence ?? planned(before.graph);
  return line.movesBetween(before.graph, after.graph, predecessorOf);
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
  settings: Settings,
  advice: Advice,
): readonly ReportedFinding[] {
  const graph = input.after?.graph;
  if (!graph) return [];
  return findings.flatMap(({ finding, metadata, gate, change, waiver, coveredBy }) => {
    if (gate === 'off' || (finding.verdict === 'pass' && !settings.includePass)) return [];
    const side = sideOf(finding, metadata, graph, settings, advice);
    return [reportFinding(finding, metadata, graph, { gate, change, waiver, coveredBy, ...side })];
  });
}

function reportFixedIn(
  { before }: JudgedInput,
  finding: Finding,
  controls: readonly ControlMetadata[],
  settings: Settings,
  advice: Advice,
): readonly ReportedFinding[] {
  const metadata = controls.find(({ id }) => id === finding.control);
  if (!before || !metadata) return [];
  return [reportFixed(finding, metadata, before.graph, sideOf(finding, metadata, before.graph, settings, advice))];
}

function sideOf(
  finding: Finding,
  metadata: ControlMetadata,
  graph: ResourceGraph,
  settings: Settings,
  advice: Advice,
): Pick<Weight, 'party' | 'responsibility' | 'supports' | 'suggestion'> {
  const { party, because } = advice.line.sideOf(finding, metadata.area, graph);
  const supports = presetLabels(metadata, settings.policyFor(finding.subject).preset);
  const suggestion = advice.suggestionOf(metadata.id, finding.subject.type);
  return { party, responsibility: because, supports, suggestion };
}

function unownedFindings({ after, path }: JudgedInput, settings: Settings, line: Line): readonly ReportedFinding[] {
  const gate = failingLevel(areaOwned, undefined, settings.policyFor());
  if (gate === 'off' || !after) return [];
  const { assignmentOf } = settings.accountability;
  return line
    .unownedAreas(after.graph, (resource, area, provider) => assignmentOf(resource, area, provider).owner)
    .map((unowned) => reportUnowned(unowned, areaOwned, gate, path));
}

/** What people must know of waivers that do not count, and that no finding tells. */
function waiverNotes(
  { ignoredWaivers, suppressionNotes }: WeighedInput,
  waivers: readonly RegisteredWaiver[],
): readonly string[] {
  const refused = waivers.flatMap(({ waiver, standing }) =>
    standing.state === 'refused' ? [`waiver of ${waiver.control} for ${waiver.resource} ${standing.why}`] : [],
  );
  const ignored = `${String(ignoredWaivers)} waiver(s) beside the code ignored: the configuration says "inline: false"`;
  return [...refused, ...(ignoredWaivers === 0 ? [] : [ignored]), ...suppressionNotes];
}

/** Verdicts are counted of everything that was judged; gate levels of what is listed and not waived. */
function summaryOf({ inputs: weighed }: Weighed, inputs: readonly ReportedInput[]): Result['summary'] {
  const judged = weighed.flatMap(({ findings }) => findings.map(({ finding }) => finding.verdict));
  const listed = inputs.flatMap(({ findings }) => findings);
  const own = listed
    .filter(({ control }) => ownControls.some(({ id }) => id === control))
    .map(({ verdict }) => verdict);
  const gated = listed.filter(({ verdict, waiver }) => verdict !== 'pass' && waiver === null).map(({ gate }) => gate);
  const count = <T>(items: readonly T[], wanted: T): number => items.filter((item) => item === wanted).length;
  const verdicts = [...judged, ...own];
  return {
    resources: inputs.reduce((sum, { resources }) => sum + resources, 0),
    unclassified: inputs.reduce((sum, { unclassified }) => sum + unclassified.length, 0),
    verdict: {
      fail: count(verdicts, 'fail'),
      undecided: count(verdicts, 'undecided'),
      pass: count(verdicts, 'pass') + weighed.reduce((sum, { passed }) => sum + passed, 0),
    },
    gate: {
      block: count(gated, 'block'),
      warn: count(gated, 'warn'),
      note: count(gated, 'note'),
      waived: listed.filter(({ waiver }) => waiver !== null).length,
    },
  };
}
