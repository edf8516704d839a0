import type { Control } from './controls/control';
import type { Fact } from './model/fact';
import type { Finding, Verdict } from './model/finding';
import type { ResourceGraph } from './model/graph';
import type { Resource } from './model/resource';
import type { Truth } from './model/truth';
import { withAccounts } from './services/own-account';
import type { Context, Service } from './services/service';

export interface Judgement {
  readonly findings: readonly Finding[];
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

interface Statement {
  readonly service: string;
  readonly fact: Fact;
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
): Judgement {
  const byType = indexServices(services);
  const unclassified: Resource[] = [];
  const errors: JudgementError[] = [];
  const bySubject = new Map<Resource, Statement[]>();
  for (const resource of graph.resources) {
    if (resource.mode === 'data' && !resource.unused) continue;
    const knowing = byType.get(resource.type) ?? [];
    if (knowing.length === 0 && resource.mode === 'managed') unclassified.push(resource);
    for (const service of knowing)
      try {
        for (const stated of service.facts(resource, graph, context)) {
          const fact = stated.kind === 'policy-document' ? withAccounts(stated, graph, context) : stated;
          const statements = bySubject.get(fact.subject);
          if (statements) statements.push({ service: service.name, fact });
          else bySubject.set(fact.subject, [{ service: service.name, fact }]);
        }
      } catch (error) {
        errors.push({ resource, by: service.name, message: messageOf(error) });
      }
  }
  const findings = [...bySubject].flatMap(([subject, statements]) =>
    concerned(controls, statements).flatMap((control) => judgeSubject(control, subject, statements, errors)),
  );
  return { findings, unclassified, errors };
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

/** The controls that judge a kind of fact that is stated of a subject. */
function concerned(controls: readonly Control[], statements: readonly Statement[]): readonly Control[] {
  const kinds = new Set(statements.map(({ fact }) => fact.kind));
  return controls.filter(({ judges }) => judges.some((kind) => kinds.has(kind)));
}

/** One finding per control and subject: the failing facts are its witnesses, else the open ones, else all. */
function judgeSubject(
  control: Control,
  subject: Resource,
  statements: readonly Statement[],
  errors: JudgementError[],
): readonly Finding[] {
  const judged = statements.flatMap((statement) => {
    const holds = holdsSafely(control, statement.fact, errors);
    return holds ? [{ ...statement, holds }] : [];
  });
  if (judged.length === 0) return [];
  const verdict = overall(judged.map(({ holds }) => holds));
  const decisive = judged.filter(({ holds }) => verdictOf(holds) === verdict);
  const [first] = decisive;
  if (!first) return [];
  return [
    {
      control: control.id,
      verdict,
      subject,
      service: first.service,
      noun: first.fact.noun,
      related: [...new Set(decisive.flatMap(({ fact }) => fact.related ?? []))].filter((one) => one !== subject),
      witnesses: decisive.flatMap(({ holds }) => holds.because),
      facts: decisive.map(({ fact }) => fact),
    },
  ];
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

const verdictOf = ({ holds }: Truth): Verdict => (holds === undefined ? 'undecided' : holds ? 'pass' : 'fail');

function overall(truths: readonly Truth[]): Verdict {
  const verdicts = new Set(truths.map(verdictOf));
  return verdicts.has('fail') ? 'fail' : verdicts.has('undecided') ? 'undecided' : 'pass';
}
