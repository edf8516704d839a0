import { extname, join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Judgement, JudgingOptions } from './judge-plan';

export type Judge = (plan: Buffer, signal: AbortSignal) => Promise<Judgement>;

/**
 * Judges each plan in a thread of its own, so that the server answers meanwhile, and a plan that takes too long or too
 * much memory ends nothing but itself.
 *
 * @param thread what else node needs to run one.
 * @returns what rejects with the signal's reason, or with an Error where the thread breaks.
 */
export const judgingInThread =
  (options: JudgingOptions, thread: Pick<WorkerOptions, 'execArgv'> = {}): Judge =>
  (plan, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const bytes = new Uint8Array(plan);
      const worker = new Worker(join(__dirname, `worker${extname(__filename)}`), {
        workerData: { plan: bytes, options },
        transferList: [bytes.buffer],
        // The key of the signature is nothing that a thread needs.
        env: {},
        ...thread,
      });
      const stop = (): void => {
        void worker.terminate();
        reject(reasonOf(signal));
      };
      signal.addEventListener('abort', stop, { once: true });
      worker.once('message', (judgement: Judgement) => {
        resolve(judgement);
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        signal.removeEventListener('abort', stop);
        reject(new Error('the thread that judges ended without a judgement'));
      });
    });

const reasonOf = ({ reason }: AbortSignal): Error => (reason instanceof Error ? reason : new Error(String(reason)));
