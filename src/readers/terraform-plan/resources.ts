import type { Resource } from '../../model/resource';
import type { ByteSource } from '../source';
import type { PlanDocument } from './document';
import type { Standing } from './entries';
import type { Entry } from './entry';
import { actionOf, PlannedResource, propertiesOf, type Around } from './planned-resource';
import { openPlan } from './plan';
import { configuredProviders } from './provider-blocks';
import { configuredDocuments, unusedDocuments } from './unused-documents';

/** The resources of one plan, before and after the change. Their values are parsed when they are asked for. */
export interface PlanResources {
  readonly after: readonly Resource[];
  readonly before: readonly Resource[];
  /** Finds one of them by its id, without an index of its own. */
  readonly findAfter: (id: string) => Resource | undefined;
  readonly findBefore: (id: string) => Resource | undefined;
}

/** Adds to the entries of the plan what it shows beside its changes. */
export function resourcesOf(source: ByteSource, plan: PlanDocument, around: Around): PlanResources {
  const { entries } = plan;
  const isUnused = unusedDocuments(source, plan.configuration);
  addOthers(source, plan, isUnused);
  const isPresent = (position: number): boolean => isInstance(entries.standing(position));
  const values = openPlan(source, plan, isPresent);
  const told = { entries, around, isUnused };
  const afterwards = { ...told, propertiesAt: propertiesOf(entries, values.after, around) };
  const beforehand = { ...told, propertiesAt: propertiesOf(entries, values.before, around) };
  const after = new Array<Resource | undefined>(entries.count());
  const before = new Array<Resource | undefined>(entries.count());
  for (let position = 0; position < entries.count(); position++) {
    const standing = entries.standing(position);
    const isThere = isInstance(standing) || standing.origin === 'provider';
    const resource = isThere ? new PlannedResource(afterwards, position) : undefined;
    after[position] = resource;
    // What stays as it is is one resource in both, and so is what was looked up.
    const isKept = standing.origin === 'prior-state' || standing.written === 'the same';
    const wasThere = standing.origin === 'prior-state' || (isShown(standing) && existsNow(standing));
    if (wasThere) before[position] = (isKept ? resource : undefined) ?? new PlannedResource(beforehand, position);
    else before[position] = undefined;
  }
  const finding = (resources: readonly (Resource | undefined)[]) => (id: string) => {
    const position = entries.find(id);
    return position === undefined ? undefined : resources[position];
  };
  return {
    after: present(after),
    before: present(before),
    findAfter: finding(after),
    findBefore: finding(before),
  };
}

/** Where all are there, which is mostly so, the list itself. */
const present = (resources: readonly (Resource | undefined)[]): readonly Resource[] => {
  const isPresent = (resource: Resource | undefined): resource is Resource => resource !== undefined;
  return resources.every(isPresent) ? resources : resources.filter(isPresent);
};

/** What a plan shows beside its changes: what it looks up, documents that nobody uses, and blocks of providers. */
function addOthers(
  source: ByteSource,
  { entries, data, configuration }: PlanDocument,
  isUnused: (entry: Entry) => boolean,
): void {
  const isListed = ({ address }: Entry): boolean => {
    const position = entries.find(`${entries.document}:${address}`);
    return position !== undefined && isShown(entries.standing(position));
  };
  // A data source that is read again at apply stands in both.
  for (const entry of data.filter((one) => one.type !== '' && !isListed(one))) entries.add(entry);
  for (const entry of configuredDocuments(source, configuration).filter((one) => !isListed(one) && isUnused(one)))
    entries.add(entry);
  for (const entry of configuredProviders(source, configuration)) entries.add(entry);
}

/** A hand-made plan may list what is neither declared nor looked up, or is of no type. */
const isShown = ({ type, mode }: Standing): boolean => type !== '' && (mode === 'managed' || mode === 'data');

/** Whether it is a resource that is in the graph after the change. */
const isInstance = (standing: Standing): boolean =>
  standing.origin !== 'provider' && isShown(standing) && willExist(standing);

/** Deposed objects are leftovers of replacements; forgotten ones are nobody's any more. */
function willExist(entry: Standing): boolean {
  if (entry.deposed !== undefined || entry.after === false) return false;
  const action = actionOf(entry);
  if (entry.mode === 'data') return action !== 'delete';
  return action !== 'delete' && !(entry.actions.includes('forget') && action === 'unknown');
}

function existsNow(entry: Standing): boolean {
  return entry.mode === 'managed' && entry.before === true && actionOf(entry) !== 'create';
}

export const isUnchanged = (entry: Standing): boolean => {
  const action = actionOf(entry);
  return entry.mode !== 'managed' || (action === 'no-op' && entry.deposed === undefined);
};
