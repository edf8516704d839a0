import { ResourceGraph } from '../../model/graph';
import { importsOf } from '../cloudformation/reader';
import { openTemplates, type Imports, type OnRead, type Template } from '../cloudformation/template';
import type { BoundParameters } from '../cloudformation/parameters';
import { UnreadableInput, type Input } from '../input';
import { stacksBelow, type AssemblyStack } from './manifest';

export interface AssemblyOptions {
  readonly onRead?: OnRead;
}

/**
 * Reads a cloud assembly (`cdk.out`) with its stages and nested stacks into one graph.
 *
 * @throws UnreadableInput when it has no manifest, or none of its templates can be read.
 */
export function readAssembly(folder: string, options: AssemblyOptions = {}): Input {
  const { stacks, problems } = stacksBelow(folder);
  return readStacks(stacks, { ...options, path: folder, problems });
}

/**
 * Reads stacks into one graph. A name that one stack exports and another imports is looked for in the same stage and
 * environment, then in the same environment.
 *
 * @throws UnreadableInput when none of the templates can be read. Where only some can, the input is incomplete.
 */
export function readStacks(
  stacks: readonly AssemblyStack[],
  { path, problems = [], onRead }: AssemblyOptions & { readonly path: string; readonly problems?: readonly string[] },
): Input {
  const failures = [...problems];
  const exporters = new Map<string, Template[]>();
  const exportersIn = (key: string): Template[] => {
    const found = exporters.get(key) ?? [];
    exporters.set(key, found);
    return found;
  };
  const opened = stacks.flatMap((stack) => {
    const environment = JSON.stringify([stack.account ?? null, stack.region ?? null]);
    const groups = [exportersIn(`${environment} ${stack.stage}`), exportersIn(environment)];
    // The groups fill up while stacks are opened, and nobody asks before.
    const [near, far] = groups.map(importsOf);
    const imports: Imports = (name) => near?.(name) ?? far?.(name);
    const one = openSafely(stack, imports, failures);
    if (one) for (const group of groups) group.push(one.template);
    return one ? [one] : [];
  });
  const [failure] = failures;
  if (opened.length === 0 && failure !== undefined) throw new UnreadableInput(failure);
  const everything = opened.flatMap(withNestedStacks);
  return {
    path,
    dialect: 'cdk-assembly',
    after: new ResourceGraph(everything.flatMap(({ template, imports }) => template.resources(imports, onRead))),
    notes: everything.flatMap(({ template }) => template.notes),
    ...(failures.length > 0 && { incomplete: failures.join('; ') }),
    providerVersions: {},
  };
}

interface OpenStack {
  readonly template: Template;
  readonly imports: Imports;
  readonly nestedStacks: () => readonly OpenStack[];
}

const withNestedStacks = (one: OpenStack): readonly OpenStack[] => [
  one,
  ...one.nestedStacks().flatMap(withNestedStacks),
];

/** Opens a stack's template, and those of its nested stacks when something asks for them. */
function openSafely(
  stack: AssemblyStack,
  imports: Imports,
  failures: string[],
  bound?: BoundParameters,
): OpenStack | undefined {
  const inner = new Map<string, OpenStack | undefined>();
  const around: { template?: Template | undefined } = {};
  const nestedStack = (logicalId: string): OpenStack | undefined => {
    const child = stack.nested.get(logicalId);
    const { template } = around;
    if (!child || !template || inner.has(logicalId)) return inner.get(logicalId);
    // Nested stacks that take each other's outputs: what goes in a circle stays unknown.
    inner.set(logicalId, undefined);
    inner.set(logicalId, openSafely(child, imports, failures, template.parametersOf(logicalId, imports)));
    return inner.get(logicalId);
  };
  const outputOf = (logicalId: string, output: string) => nestedStack(logicalId)?.template.output(output, imports);
  const template = attempt(stack.document, failures, () => openStack(stack, bound, outputOf));
  around.template = template;
  return (
    template && {
      template,
      imports,
      nestedStacks: () => [...stack.nested.keys()].flatMap((logicalId) => nestedStack(logicalId) ?? []),
    }
  );
}

function openStack(
  { document, template, name, account, region, makers }: AssemblyStack,
  bound: BoundParameters | undefined,
  outputOf: (logicalId: string, output: string) => ReturnType<Template['output']>,
): Template | undefined {
  return openTemplates(template(), {
    document,
    stack: name,
    mayBeEmpty: true,
    pseudo: {
      ...(bound === undefined && { 'AWS::StackName': name }),
      ...(account !== undefined && { 'AWS::AccountId': account }),
      ...(region !== undefined && { 'AWS::Region': region }),
    },
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(bound && { bound }),
    outputOf,
    madeBy: (logicalId) => makers.byLogicalId.get(logicalId),
  })[0];
}

function attempt<T>(document: string, failures: string[], open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof UnreadableInput) failures.push(error.message);
    else if (isFileProblem(error)) failures.push(`${document}: cannot be read: ${error.message}`);
    else throw error;
    return undefined;
  }
}

const isFileProblem = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error;
