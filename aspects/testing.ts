import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { controls } from '../src/controls';
import type { Configuration } from '../src/gate/configuration';
import { resourceMatcher } from '../src/gate/glob';
import { didYouMean } from '../src/gate/suggestion';
import type { ReportedFinding, Result } from '../src/model/result';
import type { Resource } from '../src/model/resource';
import { stacksIn } from '../src/readers/cdk-assembly/manifest';
import { readAssembly, readStacks } from '../src/readers/cdk-assembly/reader';
import { readTerraformStacks } from '../src/readers/cdktf/reader';
import { readCloudFormation } from '../src/readers/cloudformation/reader';
import { UnreadableInput, type Input } from '../src/readers/input';
import { pretty } from '../src/reports/pretty';
import { acknowledgementsIn, nagSuppressionsIn, waiversOf } from './acknowledgements';
import { isStack, isStage, type ConstructLike, type StackLike, type StageLike } from './constructs';
import { terraformStacks } from './guard-terraform';
import { inspectOne, type RunOptions } from './settings';

/** What a test says beside the subject: a configuration, and where it is looked for. */
export interface MatcherOptions extends RunOptions {
  readonly configuration?: Configuration;
}

export interface FailOptions extends MatcherOptions {
  /** Logical id, construct path or type of the resource that must fail; `*` and `**` are wildcards. */
  readonly on?: string;
}

/** The matchers as they are called, for the declarations of other test frameworks than Jest. */
export interface DemarcMatchers<R> {
  toHoldTheLine(options?: MatcherOptions): R;
  toFail(control: string, options?: FailOptions): R;
}

declare global {
  namespace jest {
    interface Matchers<R> extends DemarcMatchers<R> {}
  }
}

interface Outcome {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Matchers for Jest and Vitest:
 *
 *     import { matchers } from 'demarc/testing';
 *     expect.extend(matchers);
 *
 * They take a stack, an app or stage, a `Template` of `aws-cdk-lib/assertions`, a template object, or a stack or app of
 * CDKTF or CDKTN.
 */
export const matchers = {
  /** Nothing that the gate would block. */
  toHoldTheLine(received: unknown, options: MatcherOptions = {}): Outcome {
    const result = inspectSubject(received, options);
    return {
      pass: result.decision === 'open',
      message: () =>
        result.decision === 'open'
          ? 'The line was expected to be crossed, and nothing is blocked.'
          : `The line is crossed.\n\n${textOf(result)}`,
    };
  },

  /** A control fails, on a certain resource where one is named. Off or waived does not count as failing. */
  toFail(received: unknown, control: string, { on, ...options }: FailOptions = {}): Outcome {
    const ids = controls.map(({ id }) => id);
    if (!ids.includes(control)) throw new Error(`unknown control "${control}"${didYouMean(control, ids)}`);
    const result = inspectSubject(received, options);
    const failing = findingsOf(result).filter(
      (finding) => finding.control === control && finding.verdict === 'fail' && finding.waiver === null,
    );
    const meant = on === undefined ? failing : failing.filter(isOn(on));
    const where = on === undefined ? '' : ` on ${on}`;
    return {
      pass: meant.length > 0,
      message: () =>
        meant.length > 0
          ? `${control} was expected not to fail${where}.\n\n${textOf(only(result, meant))}`
          : `${control} was expected to fail${where}, and ${failing.length > 0 ? 'fails elsewhere' : 'does not'}.\n\n${textOf(result)}`,
    };
  },
};

/** Does what Jest's matchers do, where there is no Jest: the findings of a stack, an app, or a template. */
export const inspectSubject = (subject: unknown, { configuration = {}, ...run }: MatcherOptions = {}): Result => {
  const acknowledgements = isConstruct(subject) ? acknowledgementsIn(subject.node.root) : [];
  const result = inspectOne(inputOf(subject), configuration, run, {
    waiversIn: ({ after }) => waiversOf(acknowledgements, after.resources),
    suppressionsIn: ({ after }) => (isConstruct(subject) ? nagSuppressionsIn(subject.node.root, after.resources) : []),
  });
  const [error] = result.inputs.flatMap((input) => (input.error === null ? [] : [input.error]));
  if (error !== undefined) throw new UnreadableInput(error);
  return result;
};

function inputOf(subject: unknown): Input {
  if (isConstruct(subject)) return inputOfConstruct(subject);
  if (typeof subject !== 'object' || subject === null)
    throw new TypeError(`a stack, an app, a Template or a template object is expected, not ${String(subject)}`);
  const template = isAssertionTemplate(subject) ? subject.toJSON() : subject;
  return readCloudFormation([{ path: 'template', text: JSON.stringify(template) }], { path: 'template' });
}

const isAssertionTemplate = (subject: object): subject is { toJSON(): unknown } =>
  'toJSON' in subject && typeof subject.toJSON === 'function';

const isConstruct = (subject: unknown): subject is ConstructLike =>
  typeof subject === 'object' && subject !== null && 'node' in subject && typeof subject.node === 'object';

function inputOfConstruct(construct: ConstructLike): Input {
  const terraform = terraformStacks(construct);
  if (terraform.length > 0) return readTerraformStacks(terraform, { path: construct.node.path || 'the app' });
  const around = construct.node.scopes.filter(isStage).at(-1);
  if (isStage(construct)) return readAssembly(relative(process.cwd(), synthesize(construct)));
  if (isStack(construct) && around) return inputOfStack(construct, around);
  throw new TypeError('a stack or an app is expected, not another construct');
}

/** A stack alone: what it imports from stacks beside it is settled at deployment. */
function inputOfStack(stack: StackLike, stage: StageLike): Input {
  const { stacks } = stacksIn(relative(process.cwd(), synthesize(stage)));
  const own = stacks.filter(({ document }) => document.endsWith(`/${stack.templateFile}`));
  return readStacks(own, { path: stack.stackName });
}

/** The CDK's own validator takes seconds, and says nothing that is asked here. */
function synthesize(stage: StageLike): string {
  const before = process.env['CDK_VALIDATION'];
  process.env['CDK_VALIDATION'] = 'false';
  try {
    return stage.synth().directory;
  } catch (error) {
    // A plugin of the app (ours, perhaps) blocks: the assembly is there all the same, and is what is asked about.
    if (String(error).includes('ValidationFailed') && existsSync(join(stage.outdir, 'manifest.json')))
      return stage.outdir;
    throw error;
  } finally {
    if (before === undefined) delete process.env['CDK_VALIDATION'];
    else process.env['CDK_VALIDATION'] = before;
  }
}

const findingsOf = ({ inputs }: Result): readonly ReportedFinding[] => inputs.flatMap(({ findings }) => findings);

const isOn = (pattern: string): ((finding: ReportedFinding) => boolean) => {
  const matches = resourceMatcher(pattern);
  return ({ resource: { address, type, constructPath } }) =>
    matches({ address, type, ...(constructPath !== null && { constructPath }) } as Resource) ||
    (constructPath !== null &&
      !pattern.startsWith('**') &&
      isOn(`**/${pattern}`)({ resource: { address, type, constructPath } } as ReportedFinding));
};

/** The result with nothing but some of its findings. */
const only = (result: Result, findings: readonly ReportedFinding[]): Result => ({
  ...result,
  inputs: result.inputs.map((input) => ({
    ...input,
    findings: input.findings.filter((finding) => findings.includes(finding)),
  })),
});

/** The findings as the terminal shows them. */
const textOf = (result: Result): string =>
  pretty(result, {
    color: false,
    quiet: false,
    width: 100,
    source: () => undefined,
    fromRoot: (file) => file,
    controls: [],
  });
