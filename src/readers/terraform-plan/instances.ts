import { moduleAddress, parseSteps, splitModules, type InstanceKey, type ModuleStep } from './address';
import type { ResourceName } from './configuration';
import type { Entry } from './entry';

/** By instance key; undefined for the one of a resource or module that does not repeat. */
export type ByKey<T> = ReadonlyMap<InstanceKey | undefined, T>;

/** Which instances of resources and modules there are. */
export interface Instances {
  /** Of a resource in a module instance, by `moduleAddress`. */
  readonly instances: (module: string, resource: ResourceName) => ByKey<readonly Entry[]>;
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
    const name = familyOf(enter(entry.moduleAddress).address, entry);
    const known = resources.get(name);
    if (!known) {
      // Without an index it is the address, which is in memory already.
      resources.set(name === entry.address ? entry.address : name, entry);
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
    instances: (module, resource) => {
      const known = resources.get(familyOf(module, resource));
      return known instanceof Map ? known : known ? alone(known) : new Map();
    },
    moduleInstances: (parent, name) => calls.get(`${parent} ${name}`) ?? new Map(),
    modulesOf: (address) => enter(address).steps,
  };
}

/** The address of a resource, whatever instances it has. */
const familyOf = (module: string, { mode, type, name }: ResourceName): string =>
  `${module}${module && '.'}${mode === 'data' ? 'data.' : ''}${type}.${name}`;

const alone = (entry: Entry): Map<InstanceKey | undefined, Entry[]> => new Map([[entry.index, [entry]]]);
