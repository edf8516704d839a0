import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Thread } from './io';

/**
 * Starts a thread that runs a file and posts one message.
 *
 * @param task what the file finds as its `workerData`.
 */
export function startThread(file: string, task: object, options: WorkerOptions = {}): Thread {
  const worker = new Worker(file, { ...options, workerData: task });
  const answer = new Promise<unknown>((resolve) => {
    worker.once('message', resolve);
    for (const end of ['error', 'messageerror', 'exit']) worker.once(end, () => { resolve(undefined); }); // prettier-ignore
  });
  return { answer, stop: () => void worker.terminate() };
}
