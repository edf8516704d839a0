import type { Area, Party } from '../../model/finding';
import type { ResourceGraph } from '../../model/graph';
import { property, type Resource } from '../../model/resource';
import { is, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';

/** A configuration that moves the line: while it holds, somebody else answers for an area. */
export interface Shift {
  readonly types: readonly string[];
  readonly area: Area;
  readonly when: (resource: Resource, graph: ResourceGraph) => Truth;
  readonly party: Party;
  readonly because: string;
  /** Key of a source in the responsibility data. */
  readonly source: string;
}

/** A property spells one of several words. What is not written does not. */
export function spells(
  cloudformation: string | null,
  terraform: string | null,
  ...words: readonly string[]
): (resource: Resource) => Truth {
  return (resource) =>
    is(
      otherwise(property(resource, cloudformation, terraform).text(), '', 'not written'),
      (text) => words.includes(text),
      words.join(' or '),
    );
}

export function isSet(cloudformation: string | null, terraform: string): Shift['when'] {
  return (resource) =>
    is(property(resource, cloudformation, terraform).present(), (set) => set, cloudformation ?? terraform);
}
