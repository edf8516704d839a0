import type { Control } from './controls/control';
import type { Fact } from './model/fact';
import type { Finding, Verdict } from './model/finding';
import type { ResourceGraph } from './model/graph';
import type { Resource } from './model/resource';
import type { Truth, Witness } from './model/truth';
import { withAccounts } from './services/own-account';
import type { Context, Service } from './services/service';

export interface Judgement {
  readonly findings: readonly Finding[];
  /** The controls that a subject passes, where nothing else is kept of it: they are not among the findings. */
  readonly passes: ReadonlyMap<Resource, readonly string[]>;
  /** Managed resources of a type that no service knows. They never count as passed. */
  readonly unclassified: readonly Resource[];
  /** Services and controls that broke on a resource: what they would have said of it is missing. */
  readonly errors: readonly JudgementError[];
}

export interface JudgementError {
  readonly resource: Resource;
  /** The service or control that broke. */
  readonly by: string;
  readonly message: string;
}

/**
 * How much of a pass is kept: the finding, or the verdict alone. Most findings pass, and would take most of the memory.
 */
export type KeptPasses = 'whole' | 'verdict';

/** What was found so far of one control on one subject. */
interface Draft extends Pick<Finding, 'verdict' | 'service' | 'noun'> {
  readonly control: Control;
  readonly related: Resource[];
  readonly witnesses: Witness[];
  readonly facts: Fact[];
}

/**
 * Graph in, findings out: every control on every subject that states a fact it judges.
 *
 * What throws is reported in `errors`, and a control's finding is then undecided. Neither is silent.
 */
export function judge(
  graph: ResourceGraph,
  services: readonly Service[],
  controls: readonly Control[],
  context: Context,
  passes: KeptPasses = 'whole',
  onJudged: OnJudged = () => undefined,
): Judgement {
  const hear = hearing(services, controls, context);
  const record = newRecord(controls, passes);
  for (const resource of graph.resources) {
    record.add(resource, hear(resource, graph));
    onJudged();
  }
  return record.judgement();
}

/** Hears of every resource that was judged, so that a long run can say how far it is. */
export type OnJudged = () => void;

/**
 * The same for the two graphs of a change. Most of a plan stays as it is: what is judged of a resource that is one object in
 * both counts for both, where the graph before answers whatever was asked on the way as the graph after does.
 */
export function judgeChange(
  { before, after }: { readonly before: ResourceGraph; readonly after: ResourceGraph },
  services: readonly Service[],
  controls: readonly Control[],
  context: Context,
  passes: KeptPasses = 'whole',
  onJudged: OnJudged = () => undefined,
): { readonly before: Judgement; readonly after: Judgement } {
  const hear = hearing(services, controls, context);
  const records = { before: newRecord(controls, passes), after: newRecord(controls, passes) };
  const settled = new Set<Resource>();
  for (const resource of after.resources) {
    onJudged();
    if (before.byIdentity(resource.id) !== resource) {
      records.after.add(resource, hear(resource, after));
      continue;
    }
    const { result, questions } = after.overhear(() => hear(resource, after));
    records.after.add(resource, result);
    if (!result.shareable || !before.answersAlike(questions)) continue;
    records.before.add(resource, result);
    settled.add(resource);
  }
  for (const resource of before.resources)
    if (!settled.has(resource)) records.before.add(resource, hear(resource, before));
  return { before: records.before.judgement(), after: records.after.judgement() };
}

/** What was found out about a resource: by its services, and by the controls that judge what they state. */
interface Heard {
  /** No service knows its type. */
  readonly unclassified: boolean;
  /** It rests on nothing but the resource and what was asked of the graph. Of a plugin's services nobody knows. */
  readonly shareable: boolean;
  readonly verdicts: readonly {
    readonly fact: Fact;
    readonly service: string;
    readonly control: Control;
    readonly truth: Truth;
  }[];
  readonly errors: readonly JudgementError[];
}

type Hear = (resource: Resource, graph: ResourceGraph) => Heard;

const nothingHeard: Heard = { unclassified: false, shareable: true, verdicts: [], errors: [] };

function hearing(services: readonly Service[], controls: readonly Control[], context: Context): Hear {
  const byType = indexServices(services);
  const interested = controlsByKind(controls);
  return (resource, graph) => {
    if (resource.mode === 'data' && !resource.unused) return nothingHeard;
    const knowing = byType.get(resource.type) ?? [];
    const verdicts: Heard['verdicts'][number][] = [];
    const errors: JudgementError[] = [];
    for (const service of knowing)
      try {
        for (const stated of service.facts(resource, graph, context)) {
          const fact = stated.kind === 'policy-document' ? withAccounts(stated, graph, context) : stated;
          for (const control of interested.get(fact.kind) ?? []) {
            const truth = holdsSafely(control, fact, errors);
            if (truth) verdicts.push({ fact, service: service.name, control, truth });
          }
        }
      } catch (error) {
        errors.push({ resource, by: service.name, message: messageOf(error) });
      }
    return {
      unclassified: knowing.length === 0 && resource.mode === 'managed',
      shareable: errors.length === 0 && knowing.every(({ beside }) => !beside),
      verdicts,
      errors,
    };
  };
}

/** What is heard of one resource after the other, by subject and control. */
function newRecord(
  controls: readonly Control[],
  passes: KeptPasses,
): { readonly add: (resource: Resource, heard: Heard) => void; readonly judgement: () => Judgement } {
  const unclassified: Resource[] = [];
  const errors: JudgementError[] = [];
  /** Lists, of a dozen drafts at most: a map of each subject's takes five times the memory. */
  const bySubject = new Map<Resource, Draft[]>();
  return {
    add(resource, heard) {
      if (heard.unclassified) unclassified.push(resource);
      errors.push(...heard.errors);
      for (const { fact, service, control, truth } of heard.verdicts) {
        const drafts = bySubject.get(fact.subject) ?? [];
        if (drafts.length === 0) bySubject.set(fact.subject, drafts);
        enter(drafts, control, { fact, service, truth }, passes);
      }
    },
    judgement() {
      const broken = new Map(errors.map(({ resource, by }) => [resource, by]));
      const position = new Map(controls.map((control, index) => [control, index]));
      const findings: Finding[] = [];
      const passed = new Map<Resource, readonly string[]>();
      const list = sharedLists();
      for (const [subject, drafts] of bySubject) {
        const isKept = ({ verdict }: Draft): boolean => verdict !== 'pass' || passes === 'whole' || broken.has(subject);
        const kept = drafts.filter(isKept);
        for (const draft of kept.sort(
          (one, other) => (position.get(one.control) ?? 0) - (position.get(other.control) ?? 0),
        ))
          findings.push(withoutPass(findingOf(subject, draft), broken.get(subject)));
        if (kept.length < drafts.length)
          passed.set(subject, list(drafts.filter((draft) => !isKept(draft)).map(({ control }) => control.id)));
      }
      return { findings, passes: passed, unclassified, errors };
    },
  };
}

/** Most resources of a type pass the same controls: they share the list of them. */
function sharedLists(): (names: readonly string[]) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  return (names) => {
    const key = names.join(' ');
    const known = lists.get(key) ?? names;
    lists.set(key, known);
    return known;
  };
}

/** What a service would have said that broke on the subject is missing: nobody knows whether it would pass still. */
function withoutPass(finding: Finding, brokenService: string | undefined): Finding {
  if (brokenService === undefined || finding.verdict !== 'pass') return finding;
  const note = `internal error in ${brokenService}`;
  return { ...finding, verdict: 'undecided', witnesses: [{ at: { id: finding.subject.id, path: [] }, note }] };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const indexes = new WeakMap<readonly Service[], ReadonlyMap<string, readonly Service[]>>();

/** Services by resource type; made once for a list of services. */
function indexServices(services: readonly Service[]): ReadonlyMap<string, readonly Service[]> {
  const made = indexes.get(services);
  if (made) return made;
  const index = new Map<string, Service[]>();
  for (const service of services)
    for (const type of Object.values(service.types).flat()) {
      const [other] = index.get(type) ?? [];
      if (other && !service.beside)
        throw new Error(`${type} belongs to two services: ${other.name} and ${service.name}`);
      index.set(type, [...(index.get(type) ?? []), service]);
    }
  indexes.set(services, index);
  return index;
}

function controlsByKind(controls: readonly Control[]): ReadonlyMap<string, readonly Control[]> {
  const index = new Map<string, Control[]>();
  for (const control of controls)
    for (const kind of new Set<string>(control.judges)) {
      const listed = index.get(kind);
      if (listed) listed.push(control);
      else index.set(kind, [control]);
    }
  return index;
}

const gravity: Readonly<Record<Verdict, number>> = { pass: 0, undecided: 1, fail: 2 };

/**
 * Enters a verdict as soon as it is known, so that nobody has to keep the fact. One finding per control and subject: the
 * failing facts are its witnesses, else the open ones, else all.
 */
function enter(
  drafts: Draft[],
  control: Control,
  { fact, service, truth }: { readonly fact: Fact; readonly service: string; readonly truth: Truth },
  passes: KeptPasses,
): void {
  const verdict = verdictOf(truth);
  const index = drafts.findIndex((draft) => draft.control === control);
  const known = drafts[index];
  if (known && gravity[verdict] < gravity[known.verdict]) return;
  const place = known ? index : drafts.length;
  if (verdict === 'pass' && passes === 'verdict') {
    drafts[place] = known ?? passOf(control, service, fact.noun);
    return;
  }
  const fresh = { control, verdict, service, noun: fact.noun, related: [], witnesses: [], facts: [] };
  const draft: Draft = known?.verdict === verdict ? known : fresh;
  drafts[place] = draft;
  for (const one of fact.related ?? []) draft.related.push(one);
  for (const witness of truth.because) draft.witnesses.push(witness);
  // What a fault says is compared with what it said before; of the others only the verdicts are.
  if (verdict === 'fail') draft.facts.push(fact);
}

const shared = new WeakMap<Control, Map<string, Draft>>();

/** Of most findings nothing is kept but that they pass: they share what says so, to which nobody adds. */
function passOf(control: Control, service: string, noun: string): Draft {
  const passes = shared.get(control) ?? new Map<string, Draft>();
  shared.set(control, passes);
  const key = `${service} ${noun}`;
  const known = passes.get(key) ?? { control, verdict: 'pass', service, noun, related: [], witnesses: [], facts: [] };
  passes.set(key, known);
  return known;
}

const findingOf = (subject: Resource, { control: { id: control }, related, ...draft }: Draft): Finding => ({
  control,
  subject,
  ...draft,
  related: related.length === 0 ? related : [...new Set(related)].filter((one) => one !== subject),
});

function holdsSafely(control: Control, fact: Fact, errors: JudgementError[]): Truth | undefined {
  try {
    return control.holds(fact);
  } catch (error) {
    errors.push({ resource: fact.subject, by: control.id, message: messageOf(error) });
    const note = `internal error in ${control.id}`;
    return { holds: undefined, because: [{ at: { id: fact.subject.id, path: [] }, note }] };
  }
}

const verdictOf = ({ holds }: Truth): Verdict => (holds === undefined ? 'undecided' : holds ? 'pass' : 'fail');
