import { moduleAddress, parseSteps, splitModules, type InstanceKey, type ModuleStep } from './address';
import { resourceKey } from './configuration';
import type { Entry } from './entry';

/** By instance key; undefined for the one of a resource or module that does not repeat. */
export type ByKey<T> = ReadonlyMap<InstanceKey | undefined, T>;

/** Which instances of resources and modules there are. */
export interface Instances {
  /** Of a resource in a module instance, by `moduleAddress` and `resourceKey`. */
  readonly instances: (module: string, key: string) => ByKey<readonly Entry[]>;
  /** Of a module call, by the parent's `moduleAddress` and the call's name. */
  readonly moduleInstances: (parent: string, name: string) => ByKey<ModuleStep>;
  /** The steps of a module's address as the plan writes it. */
  readonly modulesOf: (address: string) => readonly ModuleStep[];
}

export function indexInstances(entries: readonly Entry[]): Instances {
  const modules = new Map<string, { readonly steps: readonly ModuleStep[]; readonly address: string }>();
  /** Most have one instance, and need no index of it. */
  const resources = new Map<string, Entry | Map<InstanceKey | undefined, Entry[]>>();
  const calls = new Map<string, Map<InstanceKey | undefined, ModuleStep>>();

  function enter(address: string): { readonly steps: readonly ModuleStep[]; readonly address: string } {
    const known = modules.get(address);
    if (known) return known;
    const steps = splitModules(parseSteps(address)).modules;
    const module = { steps, address: moduleAddress(steps) };
    modules.set(address, module);
    steps.forEach((step, depth) => {
      const call = `${moduleAddress(steps.slice(0, depth))} ${step.name}`;
      calls.set(call, (calls.get(call) ?? new Map<InstanceKey | undefined, ModuleStep>()).set(step.key, step));
    });
    return module;
  }

  for (const entry of entries) {
    const name = `${enter(entry.moduleAddress).address} ${resourceKey(entry)}`;
    const known = resources.get(name);
    if (!known) {
      resources.set(name, entry);
      continue;
    }
    const byKey = known instanceof Map ? known : alone(known);
    resources.set(name, byKey);
    // A hand-made plan may list an address twice.
    const alike = byKey.get(entry.index);
    if (alike) alike.push(entry);
    else byKey.set(entry.index, [entry]);
  }
  return {
    instances: (module, key) => {
      const known = resources.get(`${module} ${key}`);
      return known instanceof Map ? known : known ? alone(known) : new Map();
    },
    moduleInstances: (parent, name) => calls.get(`${parent} ${name}`) ?? new Map(),
    modulesOf: (address) => enter(address).steps,
  };
}

const alone = (entry: Entry): Map<InstanceKey | undefined, Entry[]> => new Map([[entry.index, [entry]]]);
