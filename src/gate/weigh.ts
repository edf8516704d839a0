import type { GateLevel } from '../controls/control';
import type { Finding } from '../model/finding';
import type { Dialect, Resource } from '../model/resource';
import type { Change } from '../model/result';
import { comparedWith, type Baseline } from './baseline';
import { compare, type JudgedGraph } from './change';
import { planned, type Correspondence } from './correspondence';
import { coveredBy, type Coverable } from './covering';
import { metadataSuppressions } from './foreign-metadata';
import { honoured, type Suppression } from './foreign-suppressions';
import { quieter } from './levels';
import { metadataWaivers } from './metadata-waivers';
import type { ControlMetadata } from './own-controls';
import { failingLevel, findingLevel } from './policy';
import type { Settings } from './settings';
import { registerWaivers, type RegisteredWaiver, type WaiverRegister } from './waiver-register';
import type { Waiver } from './waivers';

/** One input after it was judged, or why it could not be. */
export interface JudgedInput {
  /** The argument, as given. */
  readonly path: string;
  readonly dialect: Dialect | null;
  readonly notes: readonly string[];
  /** Why it could not be read or judged at all. */
  readonly error?: string | null;
  /** Why it shows only a part of what will be deployed. */
  readonly incomplete?: string | undefined;
  /** What will be there after deployment: every finding, passes too. Missing where nothing could be read. */
  readonly after?: JudgedGraph & { readonly unclassified: readonly Resource[] };
  /** What is there now, or was declared before, judged by the same controls. */
  readonly before?: JudgedGraph | undefined;
  /** How the two correspond; by their ids, as in a plan, where nothing is said. */
  readonly correspondence?: Correspondence | undefined;
  /** Waivers beside the code that the reader found. Those in metadata are found here. */
  readonly waivers?: readonly Waiver[];
  /** What other tools were told beside the code to pass over. That in metadata is found here. */
  readonly suppressions?: readonly Suppression[];
}

/** A finding with everything that was decided about it. */
export interface WeighedFinding extends Coverable {
  readonly finding: Finding;
  readonly metadata: ControlMetadata;
  /** `off`: counted and not listed, as an undecided finding may be. */
  readonly gate: GateLevel;
  readonly change: Change | null;
  readonly waiver: Waiver | null;
  readonly coveredBy: string | null;
}

export interface WeighedInput {
  readonly input: JudgedInput;
  readonly findings: readonly WeighedFinding[];
  /** How many findings pass beside them. Most do, and nothing is to be decided about one unless it is to be shown. */
  readonly passed: number;
  readonly fixed: readonly Finding[];
  /** Waivers beside the code, and what became of them. */
  readonly inline: readonly RegisteredWaiver[];
  /** Waivers beside the code that the configuration does not let count. */
  readonly ignoredWaivers: number;
  /** Of suppressions of other tools that do not count, for people. */
  readonly suppressionNotes: readonly string[];
}

export interface Weighed {
  readonly inputs: readonly WeighedInput[];
  /** The configuration's waivers, and what became of them in all inputs. */
  readonly configured: readonly RegisteredWaiver[];
}

/** Gives every finding its gate level: policy, then change, then waivers, then what speaks for what. */
export function weigh(
  judged: readonly JudgedInput[],
  controls: readonly ControlMetadata[],
  settings: Settings,
  baseline?: Baseline,
): Weighed {
  const { next, configured } = weighing(controls, settings, baseline);
  return { inputs: judged.map(next), configured };
}

/** The same for inputs that come one after the other, each with its position among all of the run. */
export function weighing(
  controls: readonly ControlMetadata[],
  settings: Settings,
  baseline?: Baseline,
): {
  readonly next: (input: JudgedInput, position: number) => WeighedInput;
  readonly configured: Weighed['configured'];
} {
  const byId = new Map(controls.map((control) => [control.id, control]));
  const rules = { never: settings.waivers.never, today: settings.today, controls: new Set(byId.keys()) };
  const configured = registerWaivers(settings.waivers.list, rules);
  const next = (input: JudgedInput, position: number): WeighedInput => {
    const { waivers: written, notes } = besideCode(input, settings, byId);
    const { inline: counts } = settings.waivers;
    const inline = registerWaivers(counts ? written : [], rules);
    return {
      ...weighInput(input, [configured, inline], byId, settings, { position, baseline }),
      inline: inline.entries,
      ignoredWaivers: counts ? 0 : written.length,
      suppressionNotes: counts ? notes : [],
    };
  };
  return { next, configured: configured.entries };
}

/** What was written beside the code, for us and for the tools that the configuration honours. */
function besideCode(
  { after, waivers = [], suppressions = [] }: JudgedInput,
  settings: Settings,
  controls: ReadonlyMap<string, ControlMetadata>,
): ReturnType<typeof honoured> {
  const graph = after?.graph;
  const foreign = honoured([...(graph ? metadataSuppressions(graph) : []), ...suppressions], settings.waivers.honour);
  const ofControls = foreign.waivers.filter(({ control }) => controls.has(control));
  return { ...foreign, waivers: [...(graph ? metadataWaivers(graph) : []), ...waivers, ...ofControls] };
}

function weighInput(
  input: JudgedInput,
  registers: readonly WaiverRegister[],
  controls: ReadonlyMap<string, ControlMetadata>,
  settings: Settings,
  { position, baseline }: { readonly position: number; readonly baseline: Baseline | undefined },
): Pick<WeighedInput, 'input' | 'findings' | 'passed' | 'fixed'> {
  const { after, before, correspondence } = input;
  if (!after) return { input, findings: [], passed: 0, fixed: [] };
  const isOn = (id: string, resource: Resource): boolean => {
    const metadata = controls.get(id);
    return metadata !== undefined && failingLevel(metadata, resource, settings.policyFor(resource)) !== 'off';
  };
  const judged = (graph: JudgedGraph): JudgedGraph => ({
    ...graph,
    findings: graph.findings.filter((finding) => isOn(metadataOf(finding, controls).id, finding.subject)),
    ...(graph.passes && { passes: onesOn(graph.passes, isOn) }),
  });
  const current = judged(after);
  const comparison = before && compare(judged(before), current, correspondence ?? planned(before.graph));
  const { changeOf } = comparedWith(baseline, input, current, comparison);
  const shown = settings.includePass ? current.findings : current.findings.filter(isOpenOrFailing);
  const weighed = shown.map((finding) =>
    weighFinding(finding, metadataOf(finding, controls), changeOf(finding), registers, settings, position),
  );
  for (const register of registers) register.inspect(after.graph, position, isOn);
  let passed = current.findings.length - shown.length;
  for (const controls of current.passes?.values() ?? []) passed += controls.length;
  return { input, findings: cover(weighed), passed, fixed: comparison?.fixed ?? [] };
}

/** Of the controls that subjects pass those that are on: nearly always all. */
function onesOn(
  passes: ReadonlyMap<Resource, readonly string[]>,
  isOn: (control: string, subject: Resource) => boolean,
): ReadonlyMap<Resource, readonly string[]> {
  const on = new Map<Resource, readonly string[]>();
  for (const [subject, controls] of passes) {
    const ones = controls.filter((id) => isOn(id, subject));
    if (ones.length < controls.length) on.set(subject, ones);
  }
  return on.size === 0 ? passes : new Map([...passes, ...on]);
}

const isOpenOrFailing = ({ verdict }: Finding): boolean => verdict !== 'pass';

function weighFinding(
  finding: Finding,
  metadata: ControlMetadata,
  change: Change | null,
  registers: readonly WaiverRegister[],
  settings: Settings,
  position: number,
): WeighedFinding {
  const policy = settings.policyFor(finding.subject);
  const isPass = finding.verdict === 'pass';
  const asked = isPass ? 'note' : findingLevel(metadata, finding, policy);
  const level = asked === 'warn' && finding.subject.madeByTool ? 'note' : asked;
  const waivers = isPass ? [] : registers.map((register) => register.waiverOf(finding, position));
  return {
    finding,
    metadata,
    control: metadata.id,
    subjectId: finding.subject.id,
    failing: finding.verdict === 'fail',
    yieldsTo: isPass ? [] : (metadata.yieldsTo ?? []),
    severity: metadata.severity,
    places: finding.witnesses.map(({ at }) => at),
    openAt: finding.verdict === 'undecided' ? openPlace(finding) : null,
    change,
    gate: change === 'existing' && policy.block === 'new' ? quieter(level, 'note') : level,
    waiver: waivers.find((waiver) => waiver !== null) ?? null,
    waived: waivers.some((waiver) => waiver !== null),
    coveredBy: null,
  };
}

/** The place of the first witness: what must be settled first. */
function openPlace({ witnesses: [first] }: Finding): string | null {
  return first ? `${first.at.id} ${first.at.path.join('.')}` : null;
}

function cover(findings: readonly WeighedFinding[]): readonly WeighedFinding[] {
  const covered = coveredBy(findings);
  return findings.map((finding) => {
    const speaker = covered.get(finding) ?? null;
    const isQuiet = finding.waived || speaker !== null;
    return { ...finding, coveredBy: speaker, gate: isQuiet ? quieter(finding.gate, 'note') : finding.gate };
  });
}

function metadataOf({ control }: Finding, controls: ReadonlyMap<string, ControlMetadata>): ControlMetadata {
  const metadata = controls.get(control);
  if (!metadata) throw new Error(`a finding of the control "${control}", which is not among the controls`);
  return metadata;
}
