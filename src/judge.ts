import type { Control } from './controls/control';
import type { Fact } from './model/fact';
import type { ResourceGraph } from './model/graph';
import type { Resource } from './model/resource';
import type { Truth } from './model/truth';
import { newRecord, type Heard, type Judgement, type JudgementError, type KeptPasses } from './judgement';
import { withAccounts } from './services/own-account';
import type { Context, Service } from './services/service';

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
  // What was there before is only looked up from here on.
  before.forgetIndexes();
  return { before: records.before.judgement(), after: records.after.judgement() };
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

function holdsSafely(control: Control, fact: Fact, errors: JudgementError[]): Truth | undefined {
  try {
    return control.holds(fact);
  } catch (error) {
    errors.push({ resource: fact.subject, by: control.id, message: messageOf(error) });
    const note = `internal error in ${control.id}`;
    return { holds: undefined, because: [{ at: { id: fact.subject.id, path: [] }, note }] };
  }
}
