import { attempt, evaluate, Failure, toJson, type Value } from '../../../src/hcl/evaluate';
import {
  evaluateModule,
  type Evaluation,
  type EvaluationInput,
  type ModuleSource,
  type ResourceInstance,
} from '../../../src/hcl/evaluate/module';
import { Session, type Scope } from '../../../src/hcl/evaluate/session';
import { parseExpression, parseFile } from '../../../src/hcl/parse';
import { refuse } from '../../../src/hcl/evaluate/failure';
import { listValue, objectValue, unknownValue } from '../../../src/hcl/evaluate/value';

export type Files = Readonly<Record<string, string>>;

/** The files of a module, by name. */
export const moduleOf = (directory: string, files: Files): ModuleSource => ({
  directory,
  files: Object.entries(files).map(([path, text]) => ({ path, source: parseFile(text) })),
});

/** Evaluates `main.tf`, or several files; modules are found by their source. */
export function evaluateFiles(
  files: string | Files,
  modules: Readonly<Record<string, string | Files>> = {},
  more: Partial<EvaluationInput> = {},
): Evaluation {
  const named = (text: string | Files, path: string): Files => (typeof text === 'string' ? { [path]: text } : text);
  return evaluateModule({
    root: moduleOf('.', named(files, 'main.tf')),
    loadModule: ({ source = '' }) => {
      const text = Object.hasOwn(modules, source) ? modules[source] : undefined;
      return text === undefined
        ? { unavailable: 'it is not here' }
        : moduleOf(source, named(text, `${source}/main.tf`));
    },
    ...more,
  });
}

export const resourceAt = ({ resources }: Evaluation, address: string): ResourceInstance => {
  const found = resources.find((one) => one.address === address);
  if (!found) throw new Error(`no ${address} among ${resources.map((one) => one.address).join(', ')}`);
  return found;
};

/** What a resource's argument is worth, briefly. */
export const argument = (evaluation: Evaluation, address: string, name: string): unknown =>
  brief(resourceAt(evaluation, address).body.members.get(name));

/**
 * A value in plain words: known ones as data, an unknown as `?`, an unknown part of a text as `{?}`, a choice as
 * `{ either: […] }`, and what may have more in it with `'...'`.
 */
export function brief(value: Value | undefined): unknown {
  if (!value) return undefined;
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
      return value.value;
    case 'number':
      return value.text ?? value.value;
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part : '{?}')).join('');
    case 'json':
      return { json: brief(value.value) };
    case 'list':
      return [...value.items.map(brief), ...(value.open === undefined ? [] : ['...'])];
    case 'object':
      return Object.fromEntries([
        ...[...value.members].map(([key, member]) => [key, brief(member)] as const),
        ...(value.open === undefined ? [] : [['...', true]]),
      ]);
    case 'choice':
      return { either: value.branches.map(brief) };
    case 'instance':
      return `<${value.address}>`;
    case 'unknown':
      return '?';
  }
}

export const jsonOf = (value: Value | undefined): string =>
  value?.kind === 'json' ? toJson(value.value).map((part) => (typeof part === 'string' ? part : '{?}')).join('') : ''; // prettier-ignore

/**
 * Names for expressions that stand alone: `unknown` (anything), `unknown_flag` and `aws_key.main.arn` are not known,
 * `open_list` and `open_map` are known in part.
 */
const given: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['unknown', unknownValue('settled later', { source: 'elsewhere' })],
  ['open_list', listValue([{ kind: 'string', value: 'a', at: [] }], {}, 'settled later')],
  ['open_map', objectValue([['a', { kind: 'number', value: 1, at: [] }]], {}, 'settled later')],
]);

export const scope = (more: Partial<Scope> = {}): Scope => ({
  file: 'main.tf',
  session: new Session(),
  names: { resolve: (name) => refuse(`there is no ${name}`) },
  variables: given,
  ...more,
});

function parsed(text: string) {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.value;
}

export const worth = (text: string, within: Scope = scope()): Value => attempt(parsed(text), within);

/** The value of an expression in plain words, or `refused`. */
export function outcome(text: string, within: Scope = scope()): unknown {
  try {
    return brief(evaluate(parsed(text), within));
  } catch (error) {
    if (error instanceof Failure) return 'refused';
    throw error;
  }
}
