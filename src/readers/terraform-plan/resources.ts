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

/** Gives each resource instance an id of its own, also where a hand-made plan lists an address twice. */
export function uniqueIds(): (document: string, entry: Entry) => string {
  const taken = new Map<string, number>();
  return (document, { address, deposed }) => {
    const id = `${document}:${address}${deposed === undefined ? '' : ` (deposed ${deposed})`}`;
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    return count === 1 ? id : `${id} (${String(count)})`;
  };
}

/** The resources of one plan, before and after the change. Their values are parsed when they are asked for. */
export interface PlanResources {
  readonly after: readonly Resource[];
  readonly before: readonly Resource[];
}

export function resourcesOf(
  source: ByteSource,
  plan: PlanDocument,
  document: string,
  idFor: (document: string, entry: Entry) => string,
  around: Around,
): PlanResources {
  const changes = plan.changes.filter(({ type, mode }) => type !== '' && (mode === 'managed' || mode === 'data'));
  const planned = new Set(changes.map(({ address }) => address));
  // A data source that is read again at apply stands in both.
  const lookedUp = plan.data.filter(({ address, type }) => type !== '' && !planned.has(address));
  const isUnused = unusedDocuments(source, plan.configuration);
  const shown = new Set([...planned, ...lookedUp.map(({ address }) => address)]);
  const configured = configuredDocuments(source, plan.configuration).filter(
    (entry) => !shown.has(entry.address) && isUnused(entry),
  );
  const data = [...lookedUp, ...configured];
  const existing = [...changes, ...data].filter(willExist);
  const providers = configuredProviders(source, plan.configuration);
  const after = [...existing, ...providers];
  const before = changes.filter(existsNow);
  const ids = new Map([...changes, ...data, ...providers].map((entry) => [entry, idFor(document, entry)]));
  const idOf = (entry: Entry) => ids.get(entry) ?? entry.address;
  const { after: afterOf, before: beforeOf } = openPlan(source, plan, existing, idOf);
  const resource = (entry: Entry, values: (entry: Entry) => Raw | Members) =>
    resourceOf(entry, idOf(entry), document, values, around, entry.origin === 'provider' || isUnused(entry));
  const afterwards = new Map(after.map((entry) => [entry, resource(entry, afterOf)]));
  const unchanged = (entry: Entry) => (entry.written === 'the same' ? afterwards.get(entry) : undefined);
  return {
    after: [...afterwards.values()],
    // What stays as it is is one resource in both, and so is what was looked up.
    before: [
      ...before.map((entry) => unchanged(entry) ?? resource(entry, beforeOf)),
      ...lookedUp.flatMap((entry) => afterwards.get(entry) ?? []),
    ],
  };
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
    properties: new Property(() => values(entry), origin),
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

/** By membership: Terraform and OpenTofu write the two actions of a replacement in either order, and add new ones. */
function actionOf({ actions, importing, before, after, written }: Entry): Action {
  const has = (action: string) => actions.includes(action);
  if (importing) return 'import';
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
