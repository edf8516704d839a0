import { withKey } from './addresses';
import { credentialsOf } from './credentials';
import type { Declaration } from './declarations';
import { limits } from './failure';
import type { ModuleInstance, ResourceInstance } from './module';
import { resourceIn } from './names';
import type { OpenModule } from './open-module';
import { providerOf } from './providers';
import { publishedBody, type Publish } from './publish';
import type { Session } from './session';

export const declared = ({ declarations }: OpenModule, type: string): readonly Declaration[] =>
  [...declarations.byName.values()].filter(({ block }) => block.type === type);

/** The instances of all resources and data sources, as many as anybody would deploy. */
export function resourcesOf(
  modules: ReadonlyMap<OpenModule, ModuleInstance>,
  publish: Publish,
  session: Session,
): readonly ResourceInstance[] {
  const found: ResourceInstance[] = [];
  for (const [module, instance] of modules)
    for (const declaration of [...declared(module, 'resource'), ...declared(module, 'data')]) {
      found.push(...instancesOf(declaration, module, instance, publish));
      if (found.length < limits.resources) continue;
      session.limit('not every resource is read: there are too many');
      return found;
    }
  return found;
}

function instancesOf(
  declaration: Declaration,
  module: OpenModule,
  instance: ModuleInstance,
  publish: Publish,
): readonly ResourceInstance[] {
  const { block, file } = declaration;
  const [type, name] = block.labels.map(({ value }) => value);
  const mode = block.type === 'data' ? ('data' as const) : ('managed' as const);
  const resource = type === undefined || name === undefined ? undefined : resourceIn(module, mode, type, name);
  if (type === undefined || name === undefined || !resource) return [];
  const provider = providerOf(declaration, type, module);
  const credentials = credentialsOf(declaration, type, module);
  return module.repetition(declaration).repeats.map((repeat) => ({
    address: withKey(resource.address, repeat.key),
    resourceAddress: resource.address,
    key: repeat.key,
    mode,
    type,
    name,
    provider,
    credentials,
    module: instance,
    uncertain: repeat.uncertain,
    file,
    block,
    body: publishedBody(module.reader.body(resource, repeat), publish),
  }));
}
