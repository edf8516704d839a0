import type { Finding } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import type { Change } from '../model/result';
import type { Correspondence } from './correspondence';
import { grew } from './growth';
import { indexShifts } from './index-shifts';

/** The findings on one of the two graphs of a change. */
export interface JudgedGraph {
  readonly graph: ResourceGraph;
  readonly findings: readonly Finding[];
  /** The controls that a subject passes beside them: without these nobody can tell what got worse. */
  readonly passes?: ReadonlyMap<Resource, readonly string[]>;
}

export interface Comparison {
  /** What the change does to a finding on the graph after it. Passes are null: there is nothing to say. */
  readonly changeOf: (finding: Finding) => Change | null;
  /** Findings that failed before and do not fail after, on the resource as it is after. What is deleted is not listed. */
  readonly fixed: readonly Finding[];
}

/**
 * Compares the verdicts before and after a change, control by control and subject by subject.
 *
 * A subject is compared with what it was (`correspondence` knows), a replaced one with what it replaces. So a companion
 * that is deleted shows as its owner's finding getting worse.
 */
export function compare(before: JudgedGraph, after: JudgedGraph, correspondence: Correspondence): Comparison {
  const { predecessorOf, isTouched, isNew } = correspondence;
  const idBefore: IdBefore = (subject) => predecessorOf(subject)?.id ?? subject.previousId ?? subject.id;
  // Those are named that something is asked of.
  const asked = after.findings.filter(({ verdict }) => verdict !== 'pass');
  const afterByKey = byControlAndSubject(asked, idBefore);
  const subjects = new Set(asked.map(({ subject }) => idBefore(subject)));
  const beforeByKey = byControlAndSubject(
    before.findings.filter(({ subject }) => subjects.has(subject.id)),
    ({ id }) => id,
  );
  const failedBefore = before.findings.filter(({ verdict }) => verdict === 'fail');
  const successors = successorsOf(new Set(failedBefore.map(({ subject }) => subject.id)), after.graph, idBefore);
  const shifts = indexShifts(before, after);
  const somethingChanges = after.graph.resources.some(isTouched) || somethingGoes(before.graph, after.graph, idBefore);

  /** Whether the change touches anything that the finding speaks of. */
  const isConcerned = ({ subject, related, witnesses }: Finding): boolean => {
    const places = witnesses.flatMap(({ at }) => after.graph.byIdentity(at.id) ?? []);
    return [subject, ...related, ...places].some(isTouched);
  };

  const passedBefore = ({ control, subject }: Finding): boolean => {
    const was = before.passes && before.graph.byIdentity(idBefore(subject));
    return was !== undefined && (before.passes?.get(was)?.includes(control) ?? false);
  };

  const changeOf = (finding: Finding): Change | null => {
    if (finding.verdict === 'pass') return null;
    const { subject } = finding;
    if (!somethingChanges) return 'existing';
    if (isNew(subject)) return 'introduced';
    const previous = beforeByKey.get(keyOf(finding.control, idBefore(subject)));
    if (previous ? worsened(previous, finding) : passedBefore(finding))
      return shifts.explain(finding) ? 'existing' : 'worsened';
    if (previous) return 'existing';
    if (!isConcerned(finding)) return 'existing';
    return predecessorOf(subject) ? 'worsened' : 'introduced';
  };

  const fixed = failedBefore.flatMap((finding): readonly Finding[] => {
    const successor = successors.get(finding.subject.id);
    const now = afterByKey.get(keyOf(finding.control, finding.subject.id))?.verdict ?? 'pass';
    return successor && now === 'pass' && !shifts.explain(finding) ? [{ ...finding, subject: successor }] : [];
  });
  return { changeOf, fixed };
}

type IdBefore = (resource: Resource) => string;

/** What became of some resources, by the ids that they had. */
function successorsOf(
  ids: ReadonlySet<string>,
  after: ResourceGraph,
  idBefore: IdBefore,
): ReadonlyMap<string, Resource> {
  const successors = new Map<string, Resource>();
  if (ids.size === 0) return successors;
  for (const resource of after.resources) {
    const id = idBefore(resource);
    if (ids.has(id)) successors.set(id, resource);
  }
  return successors;
}

/** Whether anything that was there has no successor. */
function somethingGoes(before: ResourceGraph, after: ResourceGraph, idBefore: IdBefore): boolean {
  const staying = new Set(after.resources.map(idBefore));
  return before.resources.some(({ id }) => !staying.has(id));
}

const order = { pass: 0, undecided: 1, fail: 2 } as const;

/** What was failing and can no longer be decided did not get worse; a fault that is larger than before did. */
function worsened(previous: Finding, finding: Finding): boolean {
  if (order[finding.verdict] !== order[previous.verdict]) return order[finding.verdict] > order[previous.verdict];
  return finding.verdict === 'fail' && grew(previous, finding);
}

const keyOf = (control: string, id: string): string => `${control} ${id}`;

const byControlAndSubject = (
  findings: readonly Finding[],
  idOf: (subject: Resource) => string,
): ReadonlyMap<string, Finding> =>
  new Map(findings.map((finding) => [keyOf(finding.control, idOf(finding.subject)), finding]));
