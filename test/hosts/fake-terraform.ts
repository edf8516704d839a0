import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TaskResult } from '../../src/hosts/run-task/task-result';

/** A request that the fake was sent. */
export interface Asked {
  readonly method: string;
  /** The address that was meant. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** An answer of the fake, for the first requests that it is asked; undefined lets it behave as it does. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeTerraform {
  /** Goes to the fake, whatever address is meant. */
  readonly fetch: typeof fetch;
  readonly asked: readonly Asked[];
  /** What it was told of tasks. */
  readonly told: () => readonly TaskResult['data'][];
  /** Settles when it was told that a task has passed or failed. */
  readonly lastWord: (count?: number) => Promise<TaskResult['data']>;
  readonly close: () => Promise<void>;
}

export const planPath = '/api/v2/plans/plan-6AFmRJW1PFJ7qbAh/json-output';
export const archive = 'https://archivist.terraform.io/v1/object/dmF1bHQ6djE6secret';

/**
 * HCP Terraform's side of run tasks, on this machine: redirects to the plan, and takes results.
 *
 * @param plan what the archive holds.
 * @param answers to requests for the plan (`GET`) and to results (`PATCH`), before it behaves.
 */
export async function fakeTerraform(
  plan: string | Buffer,
  answers: { readonly GET?: readonly Answer[]; readonly PATCH?: readonly Answer[] } = {},
): Promise<FakeTerraform> {
  const asked: Asked[] = [];
  const left: Record<string, Answer[]> = { GET: [...(answers.GET ?? [])], PATCH: [...(answers.PATCH ?? [])] };
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    void receive(request).then((one) => {
      asked.push(one);
      respond(one, response, left[one.method]?.shift(), plan);
      for (const wake of waiting) wake();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve();
    });
  });
  const here = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const told = (): readonly TaskResult['data'][] =>
    asked.filter(({ method }) => method === 'PATCH').map(({ body }) => (JSON.parse(body) as TaskResult).data);
  const lastWord = async (count = 1): Promise<TaskResult['data']> => {
    for (;;) {
      const last = told().filter(({ attributes }) => attributes.status !== 'running');
      const found = last[count - 1];
      if (found) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return {
    fetch: (address, init) => {
      const meant = new URL(address instanceof Request ? address.url : address);
      const headers = new Headers(init?.headers);
      headers.set('x-meant', meant.href);
      return fetch(`${here}${meant.pathname}`, { ...init, headers });
    },
    asked,
    told,
    lastWord,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function receive(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return {
    method: request.method ?? '',
    url: String(request.headers['x-meant']),
    authorization: request.headers.authorization,
    contentType: request.headers['content-type'],
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function respond({ method, url }: Asked, response: ServerResponse, answer: Answer | undefined, plan: string | Buffer) {
  if (answer) response.writeHead(answer.status, answer.headers).end();
  else if (method === 'PATCH') response.writeHead(200).end();
  else if (url === archive) response.writeHead(200, { 'content-type': 'application/json' }).end(plan);
  else if (url.endsWith(planPath)) response.writeHead(307, { location: archive }).end();
  else response.writeHead(404).end();
}
