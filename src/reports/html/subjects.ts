import { newListing } from '../../model/listing';
import type { ReportedFinding, ReportedInput } from '../../model/result';
import type { MappedResource, ResourceMap } from '../../model/resource-map';
import type { Placed } from '../order';
import type { Entry } from './entries';
import { standings, type Standing } from './words';

/** What a resource comes to: the gravest of its findings, or that there are none, or that nobody looked. */
export type State = Standing | 'none' | 'unjudged';

/** Of these, the gravest first. A pass, and what is fixed, is nothing that stands. */
export const states: readonly State[] = ['block', 'warn', 'note', 'waived', 'unjudged', 'none'];

/** A resource with what was found on it. Its position is what the map and the list call it by. */
export interface Subject {
  readonly position: number;
  readonly resource: MappedResource;
  readonly place: number;
  readonly state: State;
  /** How many findings there are of each standing. */
  readonly counts: Readonly<Record<Standing, number>>;
}

/** A module, a stack, a document or a service: what resources are drawn together by. */
export interface Place {
  readonly name: string;
  readonly subjects: readonly Subject[];
}

export interface Subjects {
  readonly all: readonly Subject[];
  readonly places: readonly Place[];
  /** Whom a finding is about; undefined for what is about no declared resource. */
  readonly of: (placed: Placed) => Subject | undefined;
}

/** The resources of a run with their findings, by place. */
export function subjectsOf(
  { resources }: ResourceMap,
  entries: readonly Entry[],
  inputs: readonly ReportedInput[],
): Subjects {
  const found = newListing<string, Entry>();
  for (const entry of entries) found.add(keyOf(entry.input, entry.finding.resource), entry);
  const names = placeNames(resources);
  const places = [...new Set(names)];
  const positions = new Map(places.map((name, position) => [name, position]));
  const unjudged = unjudgedOf(inputs);
  const all = resources.map((resource, position): Subject => {
    const own = found.get(keyOf(resource.input, resource));
    const counts = countsOf(own);
    const place = positions.get(names[position] ?? '') ?? 0;
    return { position, resource, place, counts, state: stateOf(counts, unjudged(resource)) };
  });
  const byKey = new Map(all.map((subject) => [keyOf(subject.resource.input, subject.resource), subject]));
  return {
    all,
    places: places.map((name, position) => ({ name, subjects: all.filter(({ place }) => place === position) })),
    of: ({ finding, input }) => byKey.get(keyOf(input, finding.resource)),
  };
}

const keyOf = (input: string, resource: Omit<ReportedFinding['resource'], 'service'>): string =>
  JSON.stringify([input, resource.document, resource.stack, resource.constructPath, resource.address]);

/** One address may stand in several documents, and be of a type that is judged in one of them. */
function unjudgedOf(inputs: readonly ReportedInput[]): (resource: MappedResource) => boolean {
  const byInput = new Map(
    inputs.map(({ path, unclassified, unclassifiedTypes }) => [
      path,
      { addresses: new Set(unclassified), types: new Set(unclassifiedTypes.map(({ type }) => type)) },
    ]),
  );
  return ({ input, address, type }) => {
    const { addresses, types } = byInput.get(input) ?? {};
    return (addresses?.has(address) ?? false) && (types?.has(type) ?? false);
  };
}

function stateOf(counts: Subject['counts'], isUnjudged: boolean): State {
  const standing = (['block', 'warn', 'note', 'waived'] as const).find((one) => counts[one] > 0);
  return standing ?? (isUnjudged ? 'unjudged' : 'none');
}

function countsOf(entries: readonly Entry[]): Subject['counts'] {
  const counts: Record<Standing, number> = { block: 0, warn: 0, note: 0, fixed: 0, waived: 0, pass: 0 };
  for (const { standing } of entries) counts[standing]++;
  return counts;
}

/**
 * By module, else stack, else document where an argument has several; of one place alone there is nothing to tell apart,
 * and resources go by service.
 */
function placeNames(resources: readonly MappedResource[]): readonly string[] {
  const documents = new Map<string, Set<string>>();
  for (const { input, document } of resources) documents.set(input, (documents.get(input) ?? new Set()).add(document));
  const several = documents.size > 1;
  const modular = new Set(resources.flatMap(({ input, module }) => (module === null ? [] : [input])));
  const names = resources.map((resource) => {
    const { input, module, stack, document } = resource;
    const root = (documents.get(input)?.size ?? 0) > 1 ? document : modular.has(input) ? 'root module' : '';
    const own = module ?? stack ?? root;
    return several && own !== document ? [input, own].filter((part) => part !== '').join(' · ') : own;
  });
  return new Set(names).size > 1 ? names : resources.map(({ service, type }) => service ?? type);
}

/** Standings that occur, with how often. */
export const occurring = (counts: Subject['counts']): readonly (readonly [Standing, number])[] =>
  standings.flatMap((standing) => (counts[standing] > 0 ? [[standing, counts[standing]] as const] : []));
