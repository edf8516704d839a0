/**
 * What CloudFormation and Cloud Control send to the function of a Lambda Hook. Properties that are not read are left out.
 *
 * @see https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html
 */
export interface HookEvent {
  readonly clientRequestToken?: string | null;
  readonly awsAccountId?: string | null;
  readonly stackId?: string | null;
  readonly actionInvocationPoint?: string | null;
  readonly requestData?: {
    readonly targetName?: string | null;
    readonly targetType?: string | null;
    readonly targetLogicalId?: string | null;
    /** Of a resource. */
    readonly targetModel?: {
      readonly resourceProperties?: Properties | null;
      readonly previousResourceProperties?: Properties | null;
    } | null;
    /** Of a stack or a change set: a presigned address of what is to be judged. */
    readonly payload?: string | null;
  } | null;
}

export type Properties = Readonly<Record<string, unknown>>;

/** Where something will be deployed, as far as the event says. */
export interface Target {
  readonly account?: string;
  readonly region?: string;
  readonly stack?: string;
}

/** What the hook is asked about. */
export type Question =
  | { readonly about: 'deletion' }
  | {
      readonly about: 'resource';
      readonly type: string;
      readonly logicalId: string;
      readonly properties: Properties;
      readonly previous: Properties | undefined;
      /** It is there already. */
      readonly isUpdate: boolean;
      /** Cloud Control asks, rather than CloudFormation. */
      readonly isCloudControl: boolean;
    }
  | { readonly about: 'stack' | 'change-set'; readonly payload: string; readonly isUpdate: boolean };

/** An event that nobody can answer. The message is for people. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
}

const points = ['CREATE_PRE_PROVISION', 'UPDATE_PRE_PROVISION', 'DELETE_PRE_PROVISION'];

/**
 * Reads an event.
 *
 * @throws UnknownEvent where it is none of those that AWS documents.
 */
export function questionOf({ actionInvocationPoint: point, requestData }: HookEvent): Question {
  if (typeof point !== 'string' || !points.includes(point)) throw new UnknownEvent('the invocation point is not known');
  // Nothing is left to judge of what goes away.
  if (point === 'DELETE_PRE_PROVISION') return { about: 'deletion' };
  const isUpdate = point === 'UPDATE_PRE_PROVISION';
  const { targetType, targetName, targetLogicalId, targetModel, payload } = requestData ?? {};
  if (targetType === 'STACK' || targetType === 'CHANGE_SET') {
    if (typeof payload !== 'string') throw new UnknownEvent('the request has no payload');
    return { about: targetType === 'STACK' ? 'stack' : 'change-set', payload, isUpdate };
  }
  const { resourceProperties: properties, previousResourceProperties: previous } = targetModel ?? {};
  if (typeof targetName !== 'string' || !targetName.includes('::')) throw new UnknownEvent('the target is no resource');
  if (!isProperties(properties)) throw new UnknownEvent('the request has no properties of the resource');
  return {
    about: 'resource',
    type: targetName,
    logicalId: typeof targetLogicalId === 'string' && targetLogicalId !== '' ? targetLogicalId : 'Resource',
    properties,
    previous: isUpdate && isProperties(previous) ? previous : undefined,
    isUpdate,
    isCloudControl: targetType === 'RESOURCE',
  };
}

const isProperties = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The token of a request, which the answer has to repeat. AWS's documentation writes it in two ways. */
export function tokenOf(event: unknown): string | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const entry = Object.entries(event).find(([key]) => key.toLowerCase() === 'clientrequesttoken');
  return typeof entry?.[1] === 'string' ? entry[1] : undefined;
}

/** The account, and what the ARN of the stack says. */
export function targetOf({ awsAccountId, stackId }: HookEvent): Target {
  const [, region, stack] = /^arn:[^:]*:cloudformation:([^:]*):[^:]*:stack\/([^/]*)/u.exec(stackId ?? '') ?? [];
  return {
    ...(typeof awsAccountId === 'string' && awsAccountId !== '' && { account: awsAccountId }),
    ...(region !== undefined && { region }),
    ...(stack !== undefined && { stack }),
  };
}
