import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { printable } from '../../reports/printable';
import type { Connection } from './client';
import type { Judge } from './judging';
import { BadRequest, isVerification, parseRequest, type RunTaskRequest } from './request';
import { isSigned } from './signature';
import { slots } from './slots';
import { Interrupted, runTask, type TaskContext } from './task';

export interface RunTaskOptions {
  /** The key of the signatures; null takes requests from anybody. */
  readonly key: string | null;
  readonly connection: Connection;
  readonly judge: Judge;
  /** Plans that are judged at a time. */
  readonly concurrency: number;
  /** Hears one line for each thing that happens, without secrets. */
  readonly log: (line: string) => void;
}

export interface RunTaskServer {
  /** @returns the port, which is a free one where 0 was asked for. */
  readonly listen: (port: number, address: string) => Promise<number>;
  /** Takes nothing new, finishes what runs, for at most so many milliseconds, and says that the rest has failed. */
  readonly stop: (grace: number) => Promise<void>;
}

/** A run task's request has some 2 kB. */
const largestBody = 256 * 1024;
const tasksAtMost = 100;

/** A server that HCP Terraform calls at a stage of each run, and that tells it what Demarc makes of the plan. */
export function createRunTaskServer(options: RunTaskOptions): RunTaskServer {
  const tasks = createTasks(options);
  const server = createServer({ requestTimeout: 20_000, headersTimeout: 10_000 }, (request, response) => {
    respond(request, response, options, tasks).catch(() => {
      answer(response, 500, 'internal error');
    });
  });
  return {
    listen: (port, address) => listen(server, port, address),
    stop: async (grace) => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeIdleConnections();
      await tasks.finish(grace);
      server.closeAllConnections();
      await closed;
    },
  };
}

const listen = (server: Server, port: number, address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });

interface Tasks {
  /** False where there are too many already, or the server is stopping. */
  readonly start: (request: RunTaskRequest) => boolean;
  readonly finish: (grace: number) => Promise<void>;
}

function createTasks({ connection, judge, concurrency, log }: RunTaskOptions): Tasks {
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const places = slots(concurrency);
  let isOpen = true;
  const start = (request: RunTaskRequest): boolean => {
    const { taskResultId, runId, workspace, stage } = request;
    // HCP Terraform asks again where it heard no answer: that is the same task.
    if (running.has(taskResultId)) return true;
    if (!isOpen || running.size >= tasksAtMost) return false;
    const name = shown(`${runId} ${taskResultId}`);
    const say = (text: string): void => {
      log(`${name} ${text}`);
    };
    say(`${shown(stage)} in workspace ${shown(workspace)}`);
    const context: TaskContext = { connection, judge, slots: places, log: say, signal: stopping.signal };
    const task = runTask(request, context).finally(() => running.delete(taskResultId));
    running.set(taskResultId, task);
    return true;
  };
  const finish = async (grace: number): Promise<void> => {
    isOpen = false;
    const patience = setTimeout(() => {
      stopping.abort(new Interrupted('the server is stopping; run it again'));
    }, grace);
    await Promise.all(running.values());
    clearTimeout(patience);
  };
  return { start, finish };
}

const shown = (text: string): string => printable(text).slice(0, 200);

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { key, log }: RunTaskOptions,
  tasks: Tasks,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0];
  if (path === '/health') {
    answer(response, request.method === 'GET' || request.method === 'HEAD' ? 200 : 405, 'ok');
    return;
  }
  if (path !== '/') {
    answer(response, 404, 'nothing is here');
    return;
  }
  if (request.method !== 'POST') {
    answer(response, 405, 'a run task is asked for by POST', { allow: 'POST' });
    return;
  }
  const body = await bodyOf(request);
  if (body === undefined) {
    answer(response, 413, 'the body is too large', { connection: 'close' });
    return;
  }
  if (key !== null && !isSigned(body, request.headers['x-tfc-task-signature'], key)) {
    log('refused: the signature is missing or wrong');
    answer(response, 401, 'the signature is missing or wrong');
    return;
  }
  take(body, response, log, tasks);
}

function take(body: Buffer, response: ServerResponse, log: RunTaskOptions['log'], tasks: Tasks): void {
  try {
    const task = parseRequest(body);
    if (isVerification(task)) {
      log('HCP Terraform tried out the address');
      answer(response, 200, 'ok');
    } else if (tasks.start(task)) answer(response, 200, 'ok');
    else {
      log('refused: too busy, or stopping');
      answer(response, 503, 'too busy, or stopping');
    }
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    log(`refused: ${error.message}`);
    answer(response, 400, error.message);
  }
}

/** The whole body; undefined where it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The answer goes over the same connection, so it has to outlive the reading.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answer(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${text}\n`);
}
