import { parentPort, workerData } from 'node:worker_threads';
import { judgePlan, type JudgingOptions } from './judge-plan';

/** A thread that judges one plan and ends: see `judging.ts`. */
const { plan, options } = workerData as { readonly plan: Uint8Array; readonly options: JudgingOptions };
parentPort?.postMessage(judgePlan(Buffer.from(plan.buffer, plan.byteOffset, plan.byteLength), options));
