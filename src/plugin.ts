/**
 * The stable face for services and controls of one's own. What is not exported here may change in any version.
 *
 * A plugin is a value: made in code (`inspect(inputs, { plugins })`, `new DemarcPlugin(…, { plugins })`), or the default
 * export of a module that the configuration names under `plugins` and `--allow-plugins` lets load.
 */
import type { Control } from './controls/control';
import type { Service } from './services/service';

/** Changes when a plugin that works today would stop working. */
export const apiVersion = 1;

export interface Plugin {
  readonly apiVersion: typeof apiVersion;
  /** Small letters, digits and hyphens. The ids of its controls and the kinds of its facts begin with it. */
  readonly name: string;
  /** What resources mean. A type that Demarc knows may be among theirs: its facts are then stated beside the others. */
  readonly services?: readonly Service[];
  readonly controls?: readonly Control[];
}

/**
 * Checks a plugin as far as its own code can be checked.
 *
 * @throws Error where it is written for another version, or takes names that are not its own.
 */
export function definePlugin<const P extends Plugin>(plugin: P): P {
  const problem = problemOf(plugin);
  if (problem !== undefined) throw new Error(problem);
  return plugin;
}

/** What is wrong with something that is meant to be a plugin. */
export function problemOf(plugin: unknown): string | undefined {
  if (typeof plugin !== 'object' || plugin === null) return 'is no plugin: its default export is no object';
  const { apiVersion: version, name, controls = [], services = [] } = plugin as Partial<Plugin>;
  if (version !== apiVersion)
    return `is written for version ${String(version)} of the interface; this is version ${String(apiVersion)}`;
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/u.test(name))
    return 'has no name of small letters, digits and hyphens';
  if (![controls, services].every(Array.isArray)) return 'has no lists of services and controls';
  const strange = controls.find(({ id }) => !id.startsWith(`${name}-`));
  return strange && `has a control "${strange.id}": its id must begin with "${name}-"`;
}

export { control, type Control } from './controls/control';
export type { CustomFact, Fact, FactKind, FactOf } from './model/fact';
export type { Link, Companions, ResourceGraph } from './model/graph';
export type { Property } from './model/property';
export { member, property, retold, type Resource, type Vocabulary } from './model/resource';
export { all, any, every, is, not, some, truth, type Truth, type Witness } from './model/truth';
export {
  known,
  orElse,
  otherwise,
  unknown,
  type Known,
  type Place,
  type Settled,
  type Unknown,
  type Value,
} from './model/value';
export type { Context, Service } from './services/service';
