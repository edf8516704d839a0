import type { Configuration } from '../../gate/configuration';
import { ConfigurationError } from '../../gate/configuration-error';
import { loadConfiguration, type LoadedConfiguration } from '../../gate/load-configuration';
import type { GateOptions, Settings } from '../../gate/settings';
import { decideOn, judgeAll, loadedFrom, settingsFor } from '../../inspect';
import type { Result } from '../../model/result';
import type { Plugin } from '../../plugin';
import { UnreadableInput } from '../../readers/input';
import { judgeAlone } from './alone';
import { withChanges } from './change-set';
import { questionOf, targetOf, tokenOf, UnknownEvent, type HookEvent, type Question, type Target } from './event';
import { fetchPayload, UnreadablePayload } from './payload';
import { failure, responseOf, type HookResponse } from './response';
import { inputOf, templateData, type Revisions } from './templates';

export type { HookEvent } from './event';
export type { Annotation, HookResponse } from './response';

export interface HookOptions extends Omit<GateOptions, 'today' | 'targetOf'> {
  /**
   * Made by a program, or loaded from a file. Without one the file is taken that `DEMARC_CONFIG` names, else
   * `demarc.config.yaml` in the function's folder.
   */
  readonly configuration?: Configuration | LoadedConfiguration | undefined;
  /** Services and controls of one's own. Those that a configuration names are to be loaded by whoever makes the handler. */
  readonly plugins?: readonly Plugin[] | undefined;
  /** How a stack's templates are fetched. */
  readonly fetch?: typeof fetch | undefined;
}

export type HookHandler = (event: HookEvent) => Promise<HookResponse>;

/**
 * Makes a handler for the function of a CloudFormation Lambda Hook: of resources, stacks, change sets, and of Cloud
 * Control. Whatever goes wrong, it never throws, and never succeeds.
 *
 * @see https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks.html
 */
export function createHandler(options: HookOptions = {}): HookHandler {
  let loaded: LoadedConfiguration | undefined;
  const settings = (): Settings => {
    loaded ??= options.configuration === undefined ? besideTheFunction() : loadedFrom(options.configuration);
    return settingsFor({ ...options, configuration: loaded, today: new Date().toISOString().slice(0, 10) });
  };
  return async (event) => {
    const token = tokenOf(event);
    const response = await answer(event, settings, options);
    return { ...response, ...(token !== undefined && { clientRequestToken: token }) };
  };
}

/** The handler with the configuration of the function's folder. */
export const handler: HookHandler = createHandler();

/** @throws ConfigurationError */
function besideTheFunction(): LoadedConfiguration {
  const { LAMBDA_TASK_ROOT: folder, DEMARC_CONFIG: file = '' } = process.env;
  return loadConfiguration({ from: folder ?? process.cwd(), ...(file !== '' && { file }) });
}

async function answer(
  event: HookEvent,
  settings: () => Settings,
  options: HookOptions,
): Promise<Omit<HookResponse, 'clientRequestToken'>> {
  try {
    const question = questionOf(event);
    if (question.about === 'deletion') return { hookStatus: 'SUCCESS', message: 'demarc: nothing to judge' };
    return responseOf(await judged(question, targetOf(event), settings(), options));
  } catch (error) {
    return failure(explain(error));
  }
}

/** Messages that are written here; what nobody foresaw may hold what nobody should read. */
function explain(error: unknown): string {
  const isOurs =
    error instanceof UnknownEvent ||
    error instanceof UnreadablePayload ||
    error instanceof UnreadableInput ||
    error instanceof ConfigurationError;
  if (isOurs) return error.message;
  return `internal error (${error instanceof Error ? error.name : typeof error})`;
}

async function judged(
  question: Exclude<Question, { readonly about: 'deletion' }>,
  target: Target,
  settings: Settings,
  { plugins, fetch: get = fetch }: HookOptions,
): Promise<Result> {
  if (question.about === 'resource')
    return decideOn([judgeAlone(inputOf(ofResource(question), target), settings, plugins)], settings, { plugins });
  const payload = await fetchPayload(question.payload, get);
  const revisions = question.about === 'stack' ? ofStack(payload, question.isUpdate) : ofChangeSet(payload);
  return decideOn(judgeAll([inputOf(revisions, target)], { plugins }, settings), settings, { plugins });
}

function ofResource({ type, logicalId, properties, previous, isUpdate }: Question & { about: 'resource' }): Revisions {
  const template = (written: typeof properties) =>
    templateData(JSON.stringify({ Resources: { [logicalId]: { Type: type, Properties: written } } }));
  return { after: template(properties), before: previous && template(previous), isUpdate };
}

/** @see https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html#lambda-hooks-create-lambda-function-stack-input */
function ofStack({ template, previousTemplate }: Readonly<Record<string, unknown>>, isUpdate: boolean): Revisions {
  const has = (text: unknown): text is string => typeof text === 'string' && text !== '';
  if (!has(template)) throw new UnreadablePayload('the payload holds no template');
  return {
    after: templateData(template),
    before: isUpdate && has(previousTemplate) ? templateData(previousTemplate) : undefined,
    isUpdate,
  };
}

/** A change set says what there is, also where that is nothing. */
function ofChangeSet({ template, changedResources }: Readonly<Record<string, unknown>>): Revisions {
  if (typeof template !== 'string' || template === '') throw new UnreadablePayload('the payload holds no template');
  return { ...withChanges(templateData(template), changedResources), isUpdate: true };
}
