import type { Origin } from './load';
import { pagesIn } from './pages';

export type AccessLevel = 'Read' | 'List' | 'Write' | 'Permissions management' | 'Tagging';

export interface ResourceType {
  readonly name: string;
  /** Such as `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
  readonly arn: string;
}

export interface Action {
  /** With its service: `s3:GetObject`. */
  readonly name: string;
  /** Empty where AWS does not say. */
  readonly levels: readonly AccessLevel[];
  /** The resources it can be confined to; none where it takes `*` alone. */
  readonly resourceTypes: readonly ResourceType[];
}

export interface ServiceActions {
  readonly prefix: string;
  readonly resourceTypes: readonly ResourceType[];
  readonly actions: readonly Action[];
}

interface PackedService {
  readonly types: readonly [string, string][];
  readonly actions: readonly [string, string, ...number[]][];
}

const load = pagesIn<PackedService>('actions');
const services = new Map<string, ServiceActions>();

export const actionsOrigin = (): Origin => load().about;

/** Prefixes of all services: `s3`, `iam`. */
export const servicePrefixes = (): readonly string[] => load().names;

/** The actions of a service, by its prefix. `undefined` where the data do not know it. */
export function serviceActions(prefix: string): ServiceActions | undefined {
  const key = prefix.toLowerCase();
  const known = services.get(key);
  if (known) return known;
  const packed = load().entry(key);
  if (!packed) return undefined;
  const resourceTypes = packed.types.map(([name, arn]) => ({ name, arn }));
  const actions = packed.actions.map(([name, levels, ...types]) => ({
    name: `${key}:${name}`,
    levels: levelsOf(levels),
    resourceTypes: types.flatMap((type) => resourceTypes[type] ?? []),
  }));
  const service = { prefix: key, resourceTypes, actions };
  services.set(key, service);
  return service;
}

const levelNames: Readonly<Record<string, AccessLevel>> = {
  R: 'Read',
  L: 'List',
  W: 'Write',
  P: 'Permissions management',
  T: 'Tagging',
};

const levelLists = new Map<string, readonly AccessLevel[]>();

function levelsOf(letters: string): readonly AccessLevel[] {
  const known = levelLists.get(letters);
  if (known) return known;
  const levels = Array.from(letters).flatMap((letter) => levelNames[letter] ?? []);
  levelLists.set(letters, levels);
  return levels;
}

const byName = new Map<string, ReadonlyMap<string, Action>>();
const none: ReadonlyMap<string, Action> = new Map();

/** The actions of a service by their names in small letters, in the order of the data. */
export function actionsByName(prefix: string): ReadonlyMap<string, Action> {
  const known = byName.get(prefix);
  if (known) return known;
  const service = serviceActions(prefix);
  if (!service) return none;
  const actions = new Map(service.actions.map((action) => [action.name.toLowerCase(), action]));
  byName.set(prefix, actions);
  return actions;
}

/** An action by its name, in any case. `undefined` where the data do not know it. */
export function actionNamed(name: string): Action | undefined {
  const lower = name.toLowerCase();
  return actionsByName(lower.slice(0, Math.max(lower.indexOf(':'), 0))).get(lower);
}

/** Whether an action changes something or who may do what. */
export const changesThings = ({ levels }: Action): boolean =>
  levels.includes('Write') || levels.includes('Permissions management');
