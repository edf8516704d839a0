import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData, type WorkerOptions } from 'node:worker_threads';
import { shareOfTask, type Task } from './checking';
import { threadArgument, type Thread } from './io';

/**
 * Starts a thread that runs a file and posts one message.
 *
 * @param task what the file finds as its `workerData`.
 */
export function startThread(file: string, task: object, options: WorkerOptions = {}): Thread {
  const worker = new Worker(file, { argv: [threadArgument], ...options, workerData: task });
  const answer = new Promise<unknown>((resolve) => {
    worker.once('message', resolve);
    for (const end of ['error', 'messageerror', 'exit']) worker.once(end, () => { resolve(undefined); }); // prettier-ignore
  });
  return { answer, stop: () => void worker.terminate() };
}

/** How many threads this machine has room for beside the first: more than a few only wait for the disk. */
export const room = (): number => Math.min(availableParallelism(), 4) - 1;

/** Does the task of this thread. @returns false where this is the first thread, which has none. */
export function doTask(): boolean {
  parentPort?.postMessage(shareOfTask(workerData as Task));
  return parentPort !== null;
}
