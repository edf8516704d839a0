import { Property, type Members, type Origin } from '../../model/property';
import type { Raw } from '../../model/raw';
import type { Action, Resource } from '../../model/resource';
import type { ByteSource } from '../source';
import type { PlanDocument } from './document';
import type { Entry } from './entry';
import { configuredDocuments, unusedDocuments } from './unused-documents';
import { openPlan } from './plan';
import { configuredProviders } from './provider-blocks';

/** Hears of every property that is read, by the resource's type: the coverage record. */
export type OnRead = (type: string, path: string) => void;

/** Where the resource of an address is written, and the parts of it. */
export type LocatorOf = (address: string) => Pick<Resource, 'locate' | 'origins'>;

interface Around {
  readonly onRead: OnRead | undefined;
  readonly locatorOf: LocatorOf | undefined;
}

/**
 * Gives each resource instance an id of its own: document and address, and a number where a hand-made plan lists an address
 * twice.
 *
 * @returns the id of an entry of a document, of which nothing is kept but what is unusual.
 */
export function uniqueIds(): (document: string, entries: readonly Entry[]) => (entry: Entry) => string {
  const taken = new Set<string>();
  const unusual = new Map<Entry, string>();
  return (document, entries) => {
    for (const entry of entries) {
      const id = usualId(document, entry);
      let own = id;
      for (let count = 2; taken.has(own); count++) own = `${id} (${String(count)})`;
      taken.add(own);
      if (own !== id) unusual.set(entry, own);
    }
    return idOf(document, unusual);
  };
}

const idOf =
  (document: string, unusual: ReadonlyMap<Entry, string>) =>
  (entry: Entry): string =>
    unusual.get(entry) ?? usualId(document, entry);

// Joined: what a template puts together keeps its parts, and there are as many of these texts as resources.
const usualId = (document: string, { address, deposed }: Entry): string =>
  [document, ':', address, ...(deposed === undefined ? [] : [` (deposed ${deposed})`])].join('');

/** The resources of one plan, before and after the change. Their values are parsed when they are asked for. */
export interface PlanResources {
  readonly after: readonly Resource[];
  readonly before: readonly Resource[];
}

export function resourcesOf(
  source: ByteSource,
  plan: PlanDocument,
  document: string,
  idsIn: (document: string, entries: readonly Entry[]) => (entry: Entry) => string,
  around: Around,
): PlanResources {
  const { changes, lookedUp, configured, providers, isUnused } = entriesOf(source, plan);
  const existing = [...changes, ...lookedUp, ...configured].filter(willExist);
  const idOfEntry = idsIn(document, [...changes, ...lookedUp, ...configured, ...providers]);
  const { after: afterOf, before: beforeOf } = openPlan(source, plan, existing, idOfEntry);
  const resource = (entry: Entry, values: (entry: Entry) => Raw | Members) =>
    resourceOf(entry, idOfEntry(entry), document, values, around, entry.origin === 'provider' || isUnused(entry));
  const afterwards = new Map([...existing, ...providers].map((entry) => [entry, resource(entry, afterOf)]));
  const unchanged = (entry: Entry) => (entry.written === 'the same' ? afterwards.get(entry) : undefined);
  return {
    after: [...afterwards.values()],
    // What stays as it is is one resource in both, and so is what was looked up.
    before: [
      ...changes.filter(existsNow).map((entry) => unchanged(entry) ?? resource(entry, beforeOf)),
      ...lookedUp.flatMap((entry) => afterwards.get(entry) ?? []),
    ],
  };
}

/** What a plan shows: the changes, what it looks up beside them, documents that nobody uses, and blocks of providers. */
function entriesOf(source: ByteSource, { changes: listed, data, configuration }: PlanDocument) {
  const changes = listed.filter(({ type, mode }) => type !== '' && (mode === 'managed' || mode === 'data'));
  const planned = new Set(changes.map(({ address }) => address));
  // A data source that is read again at apply stands in both.
  const lookedUp = data.filter(({ address, type }) => type !== '' && !planned.has(address));
  const isUnused = unusedDocuments(source, configuration);
  const shown = new Set(lookedUp.map(({ address }) => address));
  const configured = configuredDocuments(source, configuration).filter(
    (entry) => !planned.has(entry.address) && !shown.has(entry.address) && isUnused(entry),
  );
  return { changes, lookedUp, configured, providers: configuredProviders(source, configuration), isUnused };
}

function resourceOf(
  entry: Entry,
  id: string,
  document: string,
  values: (entry: Entry) => Raw | Members,
  { onRead, locatorOf }: Around,
  unused: boolean,
): Resource {
  const { address, type, mode, provider, previousAddress } = entry;
  const origin: Origin = {
    id,
    ...(onRead && {
      record: (path) => {
        onRead(type, path);
      },
    }),
  };
  const places = locatorOf?.(address);
  return {
    id,
    address,
    type,
    vocabulary: 'terraform',
    properties: new Property(asked(entry, values), origin),
    mode: mode === 'data' ? 'data' : 'managed',
    action: actionOf(entry),
    ...(unused && { unused }),
    ...places,
    document,
    // A provider's short name, whatever registry it comes from. Trimmed plans lack it; a type begins with it.
    provider: provider === undefined ? type.slice(0, Math.max(type.indexOf('_'), 0)) || type : provider.slice(provider.lastIndexOf('/') + 1),
    ...(previousAddress !== undefined && previousAddress !== address && { previousId: `${document}:${previousAddress}` }),
  }; // prettier-ignore
}

/** Apart from what makes the resource, so that nothing else is kept with it. */
const asked = (entry: Entry, values: (entry: Entry) => Raw | Members) => () => values(entry);

/** By membership: Terraform and OpenTofu write the two actions of a replacement in either order, and add new ones. */
function actionOf({ actions, importing, before, after, written }: Entry): Action {
  const has = (action: string) => actions.includes(action);
  // What is taken over may be changed in the same breath.
  if (importing && !has('update') && !has('create')) return 'import';
  if (has('create')) return has('delete') || has('forget') ? 'replace' : 'create';
  // A plan that says so of different values is none of Terraform's: what they are counts.
  if (written === 'otherwise') return 'update';
  for (const action of ['update', 'delete', 'read', 'no-op'] as const) if (has(action)) return action;
  if (actions.length === 0 && before === false && after === true) return 'create';
  return 'unknown';
}

/** Deposed objects are leftovers of replacements; forgotten ones are nobody's any more. */
function willExist(entry: Entry): boolean {
  if (entry.deposed !== undefined || entry.after === false) return false;
  const action = actionOf(entry);
  if (entry.mode === 'data') return action !== 'delete';
  return action !== 'delete' && !(entry.actions.includes('forget') && action === 'unknown');
}

function existsNow(entry: Entry): boolean {
  return entry.mode === 'managed' && entry.before === true && actionOf(entry) !== 'create';
}

export const isUnchanged = (entry: Entry): boolean => {
  const action = actionOf(entry);
  return entry.mode !== 'managed' || (action === 'no-op' && entry.deposed === undefined);
};
