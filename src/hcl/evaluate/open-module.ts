import { argumentValue, headerOf } from './blocks';
import { argumentOf, plainFlag, type Declaration, type Declarations } from './declarations';
import { attempt, guarded } from './expression';
import type { Given } from './given';
import { isTooDeep } from './inspect';
import { instanceReader, type InstanceReader } from './instances';
import type { ModuleInstance, ModuleSource } from './module';
import { namesOf } from './names';
import { repetitionOf, type Repetition } from './repetition';
import type { Names, Scope, Session } from './session';
import { convertTo } from './types';
import { undeclared } from './undeclared';
import { marked, unknownValue, type Value } from './value';

/** One instance of a module, of which everything is evaluated when it is asked for, and once. */
export interface OpenModule {
  readonly instance: ModuleInstance;
  /** Names of the calls that lead here. */
  readonly path: readonly string[];
  readonly declarations: Declarations;
  readonly scopeIn: (file: string) => Scope;
  readonly variable: (name: string) => Value;
  readonly local: (name: string) => Value;
  readonly output: (name: string) => Value;
  readonly repetition: (declaration: Declaration) => Repetition;
  readonly reader: InstanceReader;
  readonly children: (name: string) => Children | undefined;
  /** Who calls it; none for the root module. */
  readonly caller: Caller | undefined;
}

export interface Caller {
  readonly module: OpenModule;
  readonly call: Declaration;
}

/** The instances that a `module` block makes, each with what it is a repeat of. */
export interface Children {
  readonly repetition: Repetition;
  readonly modules: readonly OpenModule[];
}

export interface Opening {
  readonly instance: ModuleInstance;
  readonly source: ModuleSource;
  readonly path: readonly string[];
  readonly caller: Caller | undefined;
  readonly declarations: Declarations;
  readonly session: Session;
  readonly workspace: string | undefined;
  /** For the root module from outside, for others from the `module` block. */
  readonly given: Given;
  readonly open: (parent: OpenModule, name: string) => Children | undefined;
}

export function openModule(opening: Opening): OpenModule {
  const { instance, declarations, session } = opening;
  const once = memory(session);
  const repetitions = new Map<Declaration, Repetition>();
  const children = new Map<string, Children | undefined>();
  const names: Names = { resolve: (name, steps, scope) => ofModule.resolve(name, steps, scope) };
  const scopeIn = (file: string): Scope => ({ file, session, names, variables: new Map() });
  const module: OpenModule = {
    instance,
    path: opening.path,
    caller: opening.caller,
    declarations,
    scopeIn,
    variable: (name) => once(`var.${name}`, () => variableValue(name, opening, scopeIn)),
    local: (name) => once(`local.${name}`, () => localValue(name, opening, scopeIn)),
    output: (name) => once(`output.${name}`, () => outputValue(name, opening, scopeIn)),
    repetition: (declaration) => {
      const known = repetitions.get(declaration);
      if (known) return known;
      repetitions.set(declaration, circular);
      const repetition = session.onItsOwn(() => repetitionOf(declaration, scopeIn(declaration.file)));
      repetitions.set(declaration, repetition);
      return repetition;
    },
    reader: instanceReader(once),
    children: (name) => {
      if (!children.has(name)) children.set(name, opening.open(module, name));
      return children.get(name);
    },
  };
  const ofModule = namesOf(module, opening);
  return module;
}

const circular: Repetition = {
  kind: 'each',
  repeats: [],
  open: 'it refers to itself',
  uncertain: 'it refers to itself',
};

export type Once = (key: string, work: () => Value) => Value;

/** What is asked for while it is worked out refers to itself. */
function memory(session: Session): Once {
  const values = new Map<string, Value>();
  return (key, work) => {
    const known = values.get(key);
    if (known) return known;
    values.set(key, unknownValue('it refers to itself'));
    const worked = session.onItsOwn(work);
    const value = isTooDeep(worked) ? unknownValue('a value that is nested too deeply', { at: worked.at }) : worked;
    values.set(key, value);
    return value;
  };
}

type ScopeIn = (file: string) => Scope;

function variableValue(name: string, opening: Opening, scopeIn: ScopeIn): Value {
  const declaration = opening.declarations.byName.get(`variable.${name}`);
  if (!declaration) return undeclared(`var.${name}`, opening);
  const { layers } = declaration;
  const type = argumentOf(layers, 'type');
  const isSecret = plainFlag(argumentOf(layers, 'sensitive')?.expression) === true;
  const isNullable = plainFlag(argumentOf(layers, 'nullable')?.expression) !== false;
  const given = opening.given(name, type?.expression);
  const isGiven = given !== undefined && (given.kind !== 'null' || isNullable);
  const value = isGiven ? fromOutside(given, isSecret, opening) : fallback(name, declaration, isSecret, opening, scopeIn);
  const place = headerOf(declaration.block, declaration.file);
  const converted = type
    ? guarded(opening, place, () => convertTo(value, type.expression, scopeIn(type.file)))
    : value;
  return { ...converted, at: value.at, ...(isSecret && { sensitive: true }) };
} // prettier-ignore

/** A caller's argument is written in the sources; what the root module is given is not. */
function fromOutside(given: Value, isSecret: boolean, { instance }: Opening): Value {
  if (instance.call) return given;
  return marked(given, { source: isSecret ? 'secret-parameter' : 'parameter' });
}

function fallback(name: string, { file, block, layers }: Declaration, isSecret: boolean, opening: Opening, scopeIn: ScopeIn): Value {
  const written = argumentOf(layers, 'default');
  if (written) return marked(attempt(written.expression, scopeIn(written.file)), { because: `the default of variable "${name}"` });
  const at = [headerOf(block, file)];
  if (opening.instance.call) return unknownValue(`variable "${name}" is not given`, { at });
  return unknownValue(`variable "${name}" is given at apply`, { at, source: isSecret ? 'secret-parameter' : 'parameter' });
} // prettier-ignore

function localValue(name: string, opening: Opening, scopeIn: ScopeIn): Value {
  const local = opening.declarations.locals.get(name);
  if (!local) return undeclared(`local.${name}`, opening);
  return attempt(local.attribute.expression, scopeIn(local.file));
}

function outputValue(name: string, opening: Opening, scopeIn: ScopeIn): Value {
  const declaration = opening.declarations.byName.get(`output.${name}`);
  const written = declaration && argumentOf(declaration.layers, 'value');
  if (!written) return undeclared(`output.${name}`, opening);
  const value = attempt(written.expression, scopeIn(written.file));
  const isSecret = plainFlag(argumentOf(declaration.layers, 'sensitive')?.expression) === true;
  return isSecret ? { ...value, sensitive: true } : value;
}

/** What a `module` block gives a variable; evaluated where the block stands. */
export const argumentsOf =
  (call: Declaration, scope: Scope): Given =>
  (name) =>
    argumentValue(call.layers, name, scope);
