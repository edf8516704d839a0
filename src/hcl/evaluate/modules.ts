import { withKey, within } from './addresses';
import { argumentOf, declarationsOf, plainText, type Declaration } from './declarations';
import type { Given } from './given';
import type { EvaluationInput, ModuleCall, ModuleInstance, ModuleSource, UnavailableModule } from './module';
import { argumentsOf, openModule, type Caller, type Children, type OpenModule } from './open-module';
import type { Repeat } from './repetition';
import type { Session } from './session';

/** Modules inside each other; one that calls itself ends here. */
const deepest = 16;
const emptySource: ModuleSource = { directory: '', files: [] };

export function openRoot(input: EvaluationInput, session: Session, given: Given): OpenModule {
  const sources = new Map<string, ModuleSource | UnavailableModule>();
  const load = (call: ModuleCall): ModuleSource | UnavailableModule => {
    const key = call.path.join('.');
    const known = sources.get(key) ?? input.loadModule(call);
    sources.set(key, known);
    return known;
  };

  function open(parent: OpenModule, name: string): Children | undefined {
    const call = parent.declarations.byName.get(`module.${name}`);
    if (!call) return undefined;
    const path = [...parent.path, name];
    const source = path.length > deepest ? { unavailable: 'modules call each other too deep' } : load(callOf(call, path, directoryOf.get(parent) ?? ''));
    if ('unavailable' in source) session.note(`module.${path.join('.')} is not read: ${source.unavailable}`, { file: call.file, start: call.block.start, end: call.block.openingBrace });
    const repetition = parent.repetition(call);
    return { repetition, modules: repetition.repeats.map((repeat) => child(parent, call, path, source, repeat)) };
  }

  function child(
    parent: OpenModule,
    call: Declaration,
    path: readonly string[],
    source: ModuleSource | UnavailableModule,
    repeat: Repeat,
  ): OpenModule {
    const readable = 'unavailable' in source ? emptySource : source;
    const instance: ModuleInstance = {
      address: withKey(within(parent.instance.address, `module.${path.at(-1) ?? ''}`), repeat.key),
      directory: readable.directory,
      call: { file: call.file, block: call.block },
      uncertain: parent.instance.uncertain ?? repeat.uncertain,
      unavailable: 'unavailable' in source ? source.unavailable : undefined,
      outputs: new Map(),
    };
    return opened(instance, readable, path, argumentsOf(call, repeat.scope), { module: parent, call });
  }

  const directoryOf = new Map<OpenModule, string>();
  const declarations = new Map<ModuleSource, ReturnType<typeof declarationsOf>>();

  function opened(instance: ModuleInstance, source: ModuleSource, path: readonly string[], from: Given, caller?: Caller): OpenModule {
    const known = declarations.get(source) ?? declarationsOf(source);
    declarations.set(source, known);
    const module = openModule({ instance, source, path, caller, declarations: known, session, workspace: input.workspace, given: from, open });
    directoryOf.set(module, source.directory);
    return module;
  }

  return opened(rootInstance(input), input.root, [], given);
} // prettier-ignore

const rootInstance = ({ root }: EvaluationInput): ModuleInstance => ({
  address: '',
  directory: root.directory,
  call: undefined,
  uncertain: undefined,
  unavailable: undefined,
  outputs: new Map(),
});

const callOf = ({ layers, file, block }: Declaration, path: readonly string[], directory: string): ModuleCall => ({
  path,
  source: plainText(argumentOf(layers, 'source')?.expression),
  version: plainText(argumentOf(layers, 'version')?.expression),
  directory,
  file,
  block,
});
