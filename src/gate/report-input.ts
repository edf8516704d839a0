import type { Area, Finding, Party } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import type { ReportedFinding, ReportedInput, ReportedMove } from '../model/result';
import { planned } from './correspondence';
import { compareFindings, compareText } from './order';
import { areaOwned, type ControlMetadata } from './own-controls';
import { failingLevel } from './policy';
import { presetLabels } from './presets';
import { reportFinding, reportFixed, reportUnowned, type Unowned, type Weight } from './report-finding';
import type { Settings } from './settings';
import { waiverFindings } from './waiver-findings';
import type { JudgedInput, WeighedInput } from './weigh';

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
export interface Advice {
  readonly line: Line;
  readonly suggestionOf: (control: string, type: string) => string | null;
}

/** An input as reports show it, but for what is to be said of the configuration's waivers: that the whole run tells. */
export function reportInput(
  weighed: WeighedInput,
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
    notes: [...input.notes, ...(settings.allowIncomplete && partial !== null ? [partial] : [])],
    findings: [
      ...reportFindings(weighed, settings, advice),
      ...waiverFindings(weighed.inline, controls, settings),
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
