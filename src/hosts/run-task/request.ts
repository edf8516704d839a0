/** What HCP Terraform asks of a run task, as far as it is needed here. */
export interface RunTaskRequest {
  /** `pre_plan`, `post_plan`, `pre_apply`, `post_apply`; `test` when HCP Terraform tries out the address. */
  readonly stage: string;
  /** Secret: the bearer token for everything that is asked of HCP Terraform about this task. */
  readonly accessToken: string;
  readonly callbackUrl: string;
  /** There is none before the plan. */
  readonly planUrl: string | null;
  readonly taskResultId: string;
  readonly runId: string;
  readonly workspace: string;
  /** The caller takes detailed outcomes. */
  readonly takesOutcomes: boolean;
}

/** A request that is no run task's. The message says why, and repeats nothing of it. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

/**
 * The token of the request that HCP Terraform sends when a run task is made, to see whether somebody answers. It is valid
 * nowhere.
 *
 * @see https://github.com/hashicorp/terraform-run-task-scaffolding-go/blob/main/internal/sdk/api/structs.go
 */
export const verificationToken = 'test-token';

/** Whether HCP Terraform only wants to know that somebody answers. */
export const isVerification = ({ accessToken }: RunTaskRequest): boolean => accessToken === verificationToken;

/**
 * Reads the body of a request.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-tasks/run-tasks-integration#request-body
 * @throws BadRequest where it is no run task's, or of a payload version that is not known.
 */
export function parseRequest(body: Buffer): RunTaskRequest {
  const payload = parseObject(body);
  if (payload['payload_version'] !== 1) throw new BadRequest('payload_version is not 1');
  const capabilities = payload['capabilities'];
  const plan = payload['plan_json_api_url'];
  return {
    stage: textOf(payload, 'stage'),
    accessToken: tokenOf(payload),
    callbackUrl: textOf(payload, 'task_result_callback_url'),
    planUrl: typeof plan === 'string' && plan !== '' ? plan : null,
    taskResultId: textOf(payload, 'task_result_id'),
    runId: textOf(payload, 'run_id'),
    workspace: typeof payload['workspace_name'] === 'string' ? payload['workspace_name'] : '',
    takesOutcomes: isObject(capabilities) && capabilities['outcomes'] === true,
  };
}

function parseObject(body: Buffer): Readonly<Record<string, unknown>> {
  let payload: unknown;
  try {
    payload = JSON.parse(body.toString('utf8'));
  } catch {
    throw new BadRequest('the body is no JSON');
  }
  if (!isObject(payload)) throw new BadRequest('the body is no object');
  return payload;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(payload: Readonly<Record<string, unknown>>, key: string): string {
  const value = payload[key];
  if (typeof value !== 'string') throw new BadRequest(`${key} is no text`);
  return value;
}

/** It becomes a header: nothing but visible ASCII. */
function tokenOf(payload: Readonly<Record<string, unknown>>): string {
  const token = textOf(payload, 'access_token');
  if (!/^[\x21-\x7e]+$/u.test(token)) throw new BadRequest('access_token is no token');
  return token;
}
