import type { Finding } from '../model/finding';
import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import type { Change } from '../model/result';
import { distinctWitnesses } from './witnesses';

/** The findings on one of the two graphs of a change. */
export interface JudgedGraph {
  readonly graph: ResourceGraph;
  /** Passes too: without them nobody can tell what got worse. */
  readonly findings: readonly Finding[];
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
 * The subject is found by its id, or by the one it had before it was moved; a replaced resource has the same id as the
 * one it replaces. So a companion that is deleted shows as its owner's finding getting worse.
 */
export function compare(before: JudgedGraph, after: JudgedGraph): Comparison {
  const beforeByKey = byControlAndSubject(before.findings, ({ id }) => id);
  const previousId = (subject: Resource): string =>
    before.graph.byIdentity(subject.id) ? subject.id : (subject.previousId ?? subject.id);
  const afterByKey = byControlAndSubject(after.findings, previousId);
  const successors = new Map(after.graph.resources.map((resource) => [previousId(resource), resource]));

  const somethingChanges =
    after.graph.resources.some(isTouched) || before.graph.resources.some(({ id }) => !successors.has(id));

  const changeOf = (finding: Finding): Change | null => {
    if (finding.verdict === 'pass') return null;
    const { subject } = finding;
    if (!somethingChanges) return 'existing';
    if (subject.action === 'create') return 'introduced';
    const previous = beforeByKey.get(keyOf(finding.control, previousId(subject)));
    if (previous) return worsened(previous, finding) ? 'worsened' : 'existing';
    if (!isChanged(finding, after.graph)) return 'existing';
    return before.graph.byIdentity(previousId(subject)) ? 'worsened' : 'introduced';
  };

  const fixed = before.findings.flatMap((finding): readonly Finding[] => {
    const successor = finding.verdict === 'fail' ? successors.get(finding.subject.id) : undefined;
    const now = afterByKey.get(keyOf(finding.control, finding.subject.id))?.verdict ?? 'pass';
    return successor && now === 'pass' ? [{ ...finding, subject: successor }] : [];
  });
  return { changeOf, fixed };
}

const order = { pass: 0, undecided: 1, fail: 2 } as const;

/**
 * What was failing and can no longer be decided did not get worse; what fails in more places than before did.
 */
function worsened(previous: Finding, finding: Finding): boolean {
  if (order[finding.verdict] !== order[previous.verdict]) return order[finding.verdict] > order[previous.verdict];
  return (
    finding.verdict === 'fail' &&
    distinctWitnesses(finding.witnesses).length > distinctWitnesses(previous.witnesses).length
  );
}

/** Whether the change touches anything that the finding speaks of. An import alone changes nothing. */
function isChanged({ subject, related, witnesses }: Finding, graph: ResourceGraph): boolean {
  const places = witnesses.flatMap(({ at }) => graph.byIdentity(at.id) ?? []);
  return [subject, ...related, ...places].some(isTouched);
}

const isTouched = ({ action }: Resource): boolean => !['no-op', 'read', 'import'].includes(action);

const keyOf = (control: string, id: string): string => `${control} ${id}`;

const byControlAndSubject = (
  findings: readonly Finding[],
  idOf: (subject: Resource) => string,
): ReadonlyMap<string, Finding> =>
  new Map(findings.map((finding) => [keyOf(finding.control, idOf(finding.subject)), finding]));
