import { revised, type Correspondence } from './gate/correspondence';
import { ResourceGraph } from './model/graph';
import { retold, type Resource } from './model/resource';
import type { Input } from './readers/input';

/** The graphs before and after a change, and how they correspond. */
export interface Comparable {
  readonly after: ResourceGraph;
  readonly before?: ResourceGraph | undefined;
  /** Undefined where ids correspond, as in a plan. */
  readonly correspondence?: Correspondence | undefined;
}

/**
 * An input with the revision before it becomes what a plan is: what was declared before is there already, what no longer
 * is declared is deleted. A plan is one already.
 */
export function comparable({ path, after, before, previous }: Input): Comparable {
  if (!previous) return { after, before };
  // Where it stood before, nobody can look any more.
  const declared = new ResourceGraph(
    previous.graph.resources.map((resource) => retold(resource, { ...doing(resource, 'no-op'), locate: undefined })),
  );
  const correspondence = revised({ path: previous.path, graph: declared }, { path, graph: after });
  const { predecessorOf } = correspondence;
  const resources = after.resources.map((resource) =>
    retold(resource, doing(resource, predecessorOf(resource) ? 'update' : 'create')),
  );
  const staying = new Set(after.resources.flatMap((resource) => predecessorOf(resource) ?? []));
  const removed = declared.resources.filter((resource) => !staying.has(resource));
  return {
    after: new ResourceGraph(resources, removed, { graph: declared, predecessorOf }),
    before: declared,
    correspondence,
  };
}

/** What is only looked up is read in either. */
const doing = ({ mode, action }: Resource, what: Resource['action']): Pick<Resource, 'action'> => ({
  action: mode === 'data' ? action : what,
});
