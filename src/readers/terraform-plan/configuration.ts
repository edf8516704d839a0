import { createHash } from 'node:crypto';
import type { ByteSource } from '../source';
import type { ModuleStep } from './address';
import type { Range } from './range';
import type { Scanner } from './scanner';

/** Where the parts of one module of the configuration stand. The parts are parsed when they are asked for. */
export interface ConfigurationModule {
  /** By `resourceKey`. */
  readonly resources: ReadonlyMap<string, Range>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  readonly outputs: ReadonlyMap<string, Range>;
  readonly variables: ReadonlyMap<string, Range>;
}

export interface ModuleCall {
  readonly expressions?: Range;
  /** It says `count` or `for_each`, so that it may have no instance. */
  readonly repeated: boolean;
  readonly forEach?: Range;
  readonly module?: ConfigurationModule;
}

export interface Configuration {
  readonly root: ConfigurationModule;
  readonly providers?: Range;
}

/** Far more than anybody nests; it keeps a hostile document from exhausting the stack. */
const deepestModule = 100;

const empty: ConfigurationModule = { resources: new Map(), calls: new Map(), outputs: new Map(), variables: new Map() };

/** Names a resource within its module. */
export interface ResourceName {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
}

export const resourceKey = ({ mode, type, name }: ResourceName): string => `${mode}.${type}.${name}`;

/** The configuration of a module instance. */
export function moduleAt(
  root: ConfigurationModule | undefined,
  modules: readonly ModuleStep[],
): ConfigurationModule | undefined {
  return modules.reduce((module: ConfigurationModule | undefined, { name }) => module?.calls.get(name)?.module, root);
}

/** Modules that are read the same each time: one that is called a thousand times stands in a plan a thousand times. */
type SameModule = (range: Range, depth: number, indexed: ConfigurationModule) => ConfigurationModule;

/** Larger ones are hardly called twice, and would be read again for nothing. */
const largestShared = 1 << 20;

function sharedModules(source: ByteSource): SameModule {
  const known = new Map<string, ConfigurationModule>();
  return ({ start, end }, depth, indexed) => {
    if (end - start > largestShared) return indexed;
    // Of one that stands deeper less may be indexed.
    const name = `${String(depth)} ${createHash('sha256').update(source.read(start, end)).digest('base64')}`;
    const module = known.get(name) ?? indexed;
    known.set(name, module);
    return module;
  };
}

/** Reads the `configuration` that the scanner stands at. One without a root module (`{}`) is none. */
export function indexConfiguration(source: ByteSource, scanner: Scanner): Configuration | undefined {
  const same = sharedModules(source);
  let root: ConfigurationModule | undefined;
  let providers: Range | undefined;
  scanner.members((key) => {
    if (key === 'root_module' && scanner.isObject()) root = indexModule(scanner, same, 0);
    else if (key === 'provider_config') providers = scanner.range();
    else scanner.skip();
  });
  if (!root || (root.resources.size === 0 && root.calls.size === 0)) return undefined;
  return { root, ...(providers && { providers }) };
}

function indexModule(scanner: Scanner, same: SameModule, depth: number): ConfigurationModule {
  if (depth > deepestModule) {
    scanner.skip();
    return empty;
  }
  const module = {
    resources: new Map<string, Range>(),
    calls: new Map<string, ModuleCall>(),
    outputs: new Map<string, Range>(),
    variables: new Map<string, Range>(),
  };
  scanner.members((key) => {
    if (key === 'resources') indexResources(scanner, module.resources);
    else if (key === 'outputs' || key === 'variables')
      scanner.members((name) => module[key].set(name, scanner.range()));
    else if (key === 'module_calls')
      scanner.members((name) => module.calls.set(name, indexCall(scanner, same, depth + 1)));
    else scanner.skip();
  });
  return module;
}

function indexResources(scanner: Scanner, resources: Map<string, Range>): void {
  scanner.elements(() => {
    scanner.space();
    const start = scanner.position;
    const identity = { mode: 'managed', type: '', name: '' };
    scanner.members((key) => {
      if (key === 'mode' || key === 'type' || key === 'name') identity[key] = scanner.text() ?? '';
      else scanner.skip();
    });
    resources.set(resourceKey(identity), { start, end: scanner.position });
  });
}

function indexCall(scanner: Scanner, same: SameModule, depth: number): ModuleCall {
  const call: { -readonly [K in keyof ModuleCall]: ModuleCall[K] } = { repeated: false };
  scanner.members((key) => {
    if (key === 'expressions') call.expressions = scanner.range();
    else if (key === 'module' && scanner.isObject()) {
      const start = scanner.position;
      const module = indexModule(scanner, same, depth);
      call.module = same({ start, end: scanner.position }, depth, module);
    } else if (key === 'for_each_expression') {
      call.repeated = true;
      call.forEach = scanner.range();
    } else {
      if (key === 'count_expression') call.repeated = true;
      scanner.skip();
    }
  });
  return call;
}
