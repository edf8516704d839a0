import { relative } from 'node:path';
import { userFrame } from '../src/readers/cdk-assembly/makers';
import type { ConstructLike } from './constructs';

const creation = 'aws:cdk:creationStack';
const assignment = 'aws:cdk:propertyAssignment';

/** The stack trace of a construct's creation, where it leads to the developer's own code. */
export function ownTrace({ node }: ConstructLike): readonly string[] | undefined {
  const data = node.metadata.find(({ type }) => type === creation)?.data;
  return Array.isArray(data) && userFrame(data) ? (data as readonly string[]) : undefined;
}

/**
 * The trace that leads nearest to a construct: its own, else that of what it was made in. The CDK makes some constructs
 * late (the policy that grants are collected in), and theirs leads to the synthesis.
 */
export function nearestTrace(construct: ConstructLike): readonly string[] | undefined {
  for (const scope of [...construct.node.scopes].reverse()) {
    const candidates = [scope, scope.node.tryFindChild('Resource'), scope.node.tryFindChild('Default')];
    for (const candidate of candidates) {
      const trace = candidate && ownTrace(candidate);
      if (trace) return trace;
    }
  }
  return undefined;
}

/**
 * Gives a construct without a line of its own that of what it was made in, in the form in which the CDK remembers who
 * changed a property: it looks there when it prints a report.
 *
 * @returns whether the CDK will print a line.
 */
export function lendTrace(construct: ConstructLike, locations: readonly string[]): boolean {
  if (ownTrace(construct)) return true;
  const propertyName = locations[0]?.split('.')[1];
  const stackTrace = nearestTrace(construct);
  if (propertyName === undefined || !stackTrace) return false;
  const data = { propertyName, stackTrace };
  const lent = construct.node.metadata.some(
    (entry) => entry.type === assignment && JSON.stringify(entry.data) === JSON.stringify(data),
  );
  if (!lent) construct.node.addMetadata(assignment, data);
  return true;
}

/** ` (lib/data.ts:12:5)`: the line that makes a construct or what it was made in, where the CDK knows it. */
export function lineOf(construct: ConstructLike): string {
  const frame = userFrame(nearestTrace(construct));
  return frame ? ` (${relative(process.cwd(), frame.file)}:${String(frame.line)}:${String(frame.column)})` : '';
}
