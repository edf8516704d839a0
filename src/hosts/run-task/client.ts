import { redirectedAddress, trustedAddress } from './addresses';
import type { RunTaskRequest } from './request';
import { Retryable, withRetries, type Wait } from './retries';
import type { TaskResult } from './task-result';

/** How HCP Terraform is talked to. */
export interface Connection {
  readonly fetch: typeof fetch;
  readonly wait: Wait;
  /** Hosts that a token may be sent to. */
  readonly hosts: readonly string[];
}

/** The other side refuses, for good. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** More than any plan that was seen, and few enough bytes to hold several of them. */
export const largestPlan = 256 * 1024 * 1024;
const redirectsAtMost = 3;
const requestTakesAtMost = 30_000;
const mediaType = 'application/vnd.api+json';

/**
 * Fetches the plan of a run as JSON. The token goes to the trusted host alone: HCP Terraform redirects to an address that
 * is good for one minute, which is asked without it.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/plans#retrieve-the-json-execution-plan
 * @throws RefusedAddress, Refused or Retryable; each message may be shown.
 */
export async function fetchPlan(
  { planUrl, accessToken }: RunTaskRequest,
  connection: Connection,
  signal: AbortSignal,
): Promise<Buffer> {
  if (planUrl === null) throw new Refused('the request names no plan');
  const first = trustedAddress(planUrl, connection.hosts);
  return withRetries(() => download(first, accessToken, connection, signal), connection.wait, signal);
}

async function download(first: URL, token: string, connection: Connection, signal: AbortSignal): Promise<Buffer> {
  let url = first;
  for (let redirects = 0; redirects <= redirectsAtMost; redirects++) {
    const authorization = redirects === 0 ? { authorization: `Bearer ${token}` } : {};
    const response = await send(connection, url, { headers: { ...authorization, accept: 'application/json' }, signal });
    if ([301, 302, 303, 307, 308].includes(response.status)) {
      await response.body?.cancel();
      url = redirectedAddress(response.headers.get('location'), url);
      continue;
    }
    // "Plan JSON supported, but plan has not yet completed."
    if (response.status === 204) throw new Retryable('the plan is not complete yet');
    await refuseUnlessOk(response, url, 'the plan');
    return bodyOf(response, url);
  }
  throw new Refused(`${first.host} redirects more than ${String(redirectsAtMost)} times`);
}

async function bodyOf({ body }: Response, { host }: URL): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > largestPlan) throw new Refused('the plan is larger than 256 MiB');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Retryable(`${host} broke off: ${causeOf(error)}`);
  }
  return Buffer.concat(chunks);
}

/**
 * Tells HCP Terraform how the task stands.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-tasks/run-tasks-integration#run-task-callback
 * @throws RefusedAddress, Refused or Retryable; each message may be shown.
 */
export async function sendResult(
  { callbackUrl, accessToken }: RunTaskRequest,
  result: TaskResult,
  connection: Connection,
  signal: AbortSignal,
): Promise<void> {
  const url = trustedAddress(callbackUrl, connection.hosts);
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': mediaType };
  const body = JSON.stringify(result);
  await withRetries(
    async () => {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(requestTakesAtMost)]);
      const response = await send(connection, url, { method: 'PATCH', headers, body, signal: limited });
      await refuseUnlessOk(response, url, 'the result');
      await response.body?.cancel();
    },
    connection.wait,
    signal,
  );
}

async function send(connection: Connection, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await connection.fetch(url, { ...init, redirect: 'manual' });
  } catch (error) {
    throw new Retryable(`${url.host} cannot be reached: ${causeOf(error)}`);
  }
}

async function refuseUnlessOk(response: Response, { host }: URL, what: string): Promise<void> {
  const { status } = response;
  if (response.ok) return;
  await response.body?.cancel();
  const message = `${host} answers ${String(status)} to a request for ${what}`;
  if (status === 429 || status >= 500) throw new Retryable(message, retryAfter(response));
  throw new Refused(message);
}

/** Seconds; a date is not understood, and then the usual pause is made. */
function retryAfter({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}

/** A code where there is one: messages may hold the address that was asked. */
function causeOf(error: unknown): string {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : 'unknown reason';
}
