import { newListing } from '../../model/listing';
import { moduleAddress, parseSteps, splitModules, type InstanceKey, type ModuleStep } from './address';
import type { ResourceName } from './configuration';
import type { Entries } from './entries';

/** By instance key; undefined for the one of a resource or module that does not repeat. */
export type ByKey<T> = ReadonlyMap<InstanceKey | undefined, T>;

/** Which instances of resources and modules there are. */
export interface Instances {
  /** Positions of the instances of a resource in a module instance, by `moduleAddress`. */
  readonly instances: (module: string, resource: ResourceName) => ByKey<readonly number[]>;
  /** Of a module call, by the parent's `moduleAddress` and the call's name. */
  readonly moduleInstances: (parent: string, name: string) => ByKey<ModuleStep>;
  /** The steps of a module's address as the plan writes it. */
  readonly modulesOf: (address: string) => readonly ModuleStep[];
}

interface ModuleInstance {
  readonly steps: readonly ModuleStep[];
  /** In one spelling. */
  readonly address: string;
}

/** @param isPresent of an entry's position: whether it counts as an instance */
export function indexInstances(entries: Entries, isPresent: (position: number) => boolean): Instances {
  const modules = new Map<string, ModuleInstance>();
  const calls = newListing<string, ModuleStep>();
  /** Most resources have one instance that is called as they are: it is found by its id, and stands in no index. */
  const others = newListing<string, number>();

  function enter(address: string): ModuleInstance {
    const known = modules.get(address);
    if (known) return known;
    const steps = splitModules(parseSteps(address)).modules;
    const module = { steps, address: moduleAddress(steps) };
    modules.set(address, module);
    const [step, outer] = [steps.at(-1), moduleAddress(steps.slice(0, -1))];
    if (step) calls.add(`${outer} ${step.name}`, step);
    if (steps.length > 1) enter(outer);
    return module;
  }

  const calledAs = (family: string): number | undefined => entries.find(`${entries.document}:${family}`);
  const familyAt = (position: number): string => {
    const entry = entries.at(position);
    return familyOf(enter(entry.moduleAddress).address, entry);
  };
  for (let position = 0; position < entries.count(); position++) {
    if (!isPresent(position)) continue;
    const family = familyAt(position);
    if (calledAs(family) !== position) others.add(family, position);
  }
  const positionsIn = (family: string): ByKey<readonly number[]> => {
    const first = calledAs(family);
    const isOne = first !== undefined && isPresent(first) && familyAt(first) === family;
    const positions = new Map<InstanceKey | undefined, readonly number[]>();
    for (const position of [...(isOne ? [first] : []), ...others.get(family)]) {
      const { index } = entries.at(position);
      // A hand-made plan may list an address twice.
      positions.set(index, [...(positions.get(index) ?? []), position]);
    }
    return positions;
  };
  const ofResource = keptIfMany((family) => others.get(family).length, positionsIn);
  const ofCall = keptIfMany(
    (call) => calls.get(call).length,
    (call) => new Map(calls.get(call).map((step) => [step.key, step])),
  );
  return {
    instances: (module, resource) => ofResource(familyOf(module, resource)),
    moduleInstances: (parent, name) => ofCall(`${parent} ${name}`),
    modulesOf: (address) => enter(address).steps,
  };
}

/** The address of a resource, whatever instances it has. */
const familyOf = (module: string, { mode, type, name }: ResourceName): string =>
  `${module}${module && '.'}${mode === 'data' ? 'data.' : ''}${type}.${name}`;

const few = 10;

/** An index of a few instances is made in no time. Of many it is kept: each of as many others may ask for it. */
function keptIfMany<T>(count: (name: string) => number, make: (name: string) => ByKey<T>): (name: string) => ByKey<T> {
  const kept = new Map<string, ByKey<T>>();
  return (name) => {
    if (count(name) <= few) return make(name);
    const made = kept.get(name) ?? make(name);
    kept.set(name, made);
    return made;
  };
}
