import type { Step } from '../syntax';
import { within } from './addresses';
import { credentialsOf } from './credentials';
import type { DeclaredResource } from './instances';
import { valueOfRepetition } from './instances';
import type { Opening, OpenModule } from './open-module';
import { undeclared } from './undeclared';
import { refuse } from './failure';
import type { Names, Resolution } from './session';
import { objectValue, stringValue, unknownValue, type Value } from './value';

/** The names that a module gives to the expressions in it. */
export function namesOf(module: OpenModule, opening: Opening): Names {
  const whole = (name: string): Resolution => ({ value: unknownValue(`settled at apply: all of ${name}`), taken: 0 });
  return {
    resolve: (name, steps) => {
      const [first, second] = steps.map(nameOf);
      switch (name) {
        case 'var':
          return first === undefined ? whole(name) : { value: module.variable(first), taken: 1 };
        case 'local':
          return first === undefined ? whole(name) : { value: module.local(first), taken: 1 };
        case 'module':
          return first === undefined ? whole(name) : { value: moduleValue(first, module, opening), taken: 1 };
        case 'path':
          return { value: paths(opening), taken: 0 };
        case 'terraform':
        case 'tofu':
          return { value: runtime(opening), taken: 0 };
        case 'each':
        case 'count':
          return refuse(`"${name}" has no meaning here`);
        case 'ephemeral':
          return first === undefined || second === undefined ? whole(name) : { value: ephemeralValue(first, second, opening), taken: 2 };
        case 'self':
          return { value: unknownValue(`settled at apply: ${name}`), taken: steps.length };
        case 'data':
          return first === undefined || second === undefined ? whole(name) : { value: resourceValue('data', first, second, module, opening), taken: 2 };
        case 'resource':
          return first === undefined || second === undefined ? whole(name) : { value: resourceValue('managed', first, second, module, opening), taken: 2 };
        default:
          return first === undefined ? notDeclared(name, opening) : { value: resourceValue('managed', name, first, module, opening), taken: 1 };
      }
    },
  };
} // prettier-ignore

const nameOf = (step: Step): string | undefined => (step.kind === 'attribute-step' ? step.name : undefined);

function notDeclared(name: string, opening: Opening): Resolution {
  return { value: undeclared(name, opening), taken: 0 };
}

function paths({ source }: Opening): Value {
  return objectValue([
    ['module', stringValue(source.directory)],
    ['root', stringValue('.')],
    ['cwd', stringValue('.')],
  ]);
}

function runtime({ workspace }: Opening): Value {
  const known = workspace === undefined ? unknownValue('settled at apply: terraform.workspace', { source: 'elsewhere', set: true }) : stringValue(workspace);
  return objectValue([['workspace', known]]);
} // prettier-ignore

export function resourceIn(module: OpenModule, mode: 'managed' | 'data', type: string, name: string): DeclaredResource | undefined {
  const declaration = module.declarations.byName.get(`${mode === 'data' ? 'data' : 'resource'}.${type}.${name}`);
  const local = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  return declaration && { declaration, mode, type, address: within(module.instance.address, local), credentials: () => credentialsOf(declaration, type, module) };
} // prettier-ignore

function resourceValue(mode: 'managed' | 'data', type: string, name: string, module: OpenModule, opening: Opening): Value {
  const resource = resourceIn(module, mode, type, name);
  if (!resource) return undeclared(`${mode === 'data' ? 'data.' : ''}${type}.${name}`, opening);
  return valueOfRepetition(module.repetition(resource.declaration), (repeat) => module.reader.instance(resource, repeat));
} // prettier-ignore

/** What is fetched or made for the run alone, and written nowhere: a secret out of a store, a token. */
function ephemeralValue(type: string, name: string, opening: Opening): Value {
  const address = `ephemeral.${type}.${name}`;
  if (!opening.declarations.byName.has(address)) return undeclared(address, opening);
  return unknownValue(`settled at apply: ${address}`, { source: 'resource', sensitive: true });
}

function moduleValue(name: string, module: OpenModule, opening: Opening): Value {
  const children = module.children(name);
  if (!children) return undeclared(`module.${name}`, opening);
  const { repetition, modules } = children;
  return valueOfRepetition(repetition, (repeat) => {
    const child = modules[repetition.repeats.indexOf(repeat)];
    const address = child?.instance.address ?? `module.${name}`;
    return { kind: 'instance', at: [], address, read: (output) => outputOf(child, address, output) };
  });
}

/** Of a module that could not be read nothing is known. */
function outputOf(child: OpenModule | undefined, address: string, output: string): Value {
  const { unavailable } = child?.instance ?? {};
  if (child && unavailable === undefined) return child.output(output);
  return unknownValue(`settled at apply: ${address}.${output}`, { source: 'resource' });
}
