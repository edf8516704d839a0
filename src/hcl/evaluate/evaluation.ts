import { addressOf, within } from './addresses';
import { bodyValue, headerOf } from './blocks';
import { argumentOf, attributeOf, plainText } from './declarations';
import { limits } from './failure';
import { givenVariables } from './given';
import type {
  Evaluation,
  EvaluationInput,
  ModuleInstance,
  Move,
  ProviderConfiguration,
  ProviderRequirement,
} from './module';
import { openRoot } from './modules';
import type { OpenModule } from './open-module';
import { requirementsOf } from './providers';
import { publishedBody, publisher, type Publish } from './publish';
import { declared, resourcesOf } from './resources';
import { Session } from './session';

/** Evaluates a root module with all modules that it calls. It never throws: what cannot be evaluated is a note. */
export function evaluateModule(input: EvaluationInput): Evaluation {
  const session = new Session(input);
  const root = openRoot(input, session, givenVariables(input, session));
  const modules = allModules(root);
  if (modules.length >= limits.modules) session.limit('not every module is read: there are too many');
  const publish = publisher();
  const instances = new Map(modules.map((module) => [module, withOutputs(module, publish)]));
  const each = <T>(collect: (module: OpenModule, instance: ModuleInstance) => readonly T[]): readonly T[] =>
    modules.flatMap((module) => collect(module, instances.get(module) ?? module.instance));
  const resources = resourcesOf(instances, publish, session);
  const providers = each((module, instance) => providersOf(module, instance, publish));
  return {
    resources,
    modules: modules.map((module) => instances.get(module) ?? module.instance),
    outputs: instances.get(root)?.outputs ?? new Map(),
    providers,
    requirements: each((module, instance): readonly ProviderRequirement[] => requirementsOf(module.declarations, instance)),
    moves: each(movesOf),
    notes: session.notes,
  };
} // prettier-ignore

/** Breadth first, so that a module that calls itself does not push the others out. */
function allModules(root: OpenModule): readonly OpenModule[] {
  const found: OpenModule[] = [root];
  for (const module of found)
    for (const { block } of declared(module, 'module'))
      if (found.length < limits.modules) found.push(...(module.children(block.labels[0]?.value ?? '')?.modules ?? []));
  return found;
}

function withOutputs(module: OpenModule, publish: Publish): ModuleInstance {
  const names = declared(module, 'output').flatMap(({ block }) => block.labels.slice(0, 1).map(({ value }) => value));
  return { ...module.instance, outputs: new Map(names.map((name) => [name, publish(module.output(name))])) };
}

const ofProviders: ReadonlySet<string> = new Set(['alias', 'version', 'for_each']);

function providersOf(module: OpenModule, instance: ModuleInstance, publish: Publish): readonly ProviderConfiguration[] {
  const blocks = module.declarations.others.filter(({ block }) => block.type === 'provider');
  return blocks.flatMap(({ block, file, layers }) => {
    const [label] = block.labels;
    if (!label) return [];
    const body = bodyValue(layers, module.scopeIn(file), headerOf(block, file), ofProviders);
    const alias = plainText(argumentOf(layers, 'alias')?.expression);
    return [{ localName: label.value, alias, module: instance, file, block, body: publishedBody(body, publish) }];
  });
}

function movesOf({ declarations }: OpenModule, { address }: ModuleInstance): readonly Move[] {
  return declarations.others.flatMap(({ block, file }) => {
    if (block.type !== 'moved') return [];
    const [from, to] = ['from', 'to'].map((name) => addressOf(attributeOf(block.body, name)?.expression));
    if (from === undefined || to === undefined) return [];
    return [{ from: within(address, from), to: within(address, to), place: headerOf(block, file) }];
  });
}
