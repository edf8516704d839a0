import { RefusedAddress } from './addresses';
import { fetchPlan, Refused, sendResult, type Connection } from './client';
import type { Judgement } from './judge-plan';
import type { Judge } from './judging';
import type { RunTaskRequest } from './request';
import { Retryable } from './retries';
import type { Slots } from './slots';
import { taskResult, type Outcome, type TaskStatus } from './task-result';

/** Why a task ends early; the message is told to HCP Terraform. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

export interface TaskContext {
  readonly connection: Connection;
  readonly judge: Judge;
  readonly slots: Slots;
  readonly log: (text: string) => void;
  /** Ends the task early; its reason is an {@link Interrupted}. */
  readonly signal: AbortSignal;
}

/** HCP Terraform gives up after 10 minutes without news, and after 60 minutes in all. */
const newsEvery = 4 * 60_000;
const workTakesAtMost = 10 * 60_000;
const taskTakesAtMost = 55 * 60_000;
const lastWordTakesAtMost = 2 * 60_000;

/**
 * Does one task: says that it runs, fetches the plan, has it judged, and says what came of it. Whatever goes wrong, the
 * last word is `failed` then, never `passed`.
 */
export async function runTask(request: RunTaskRequest, context: TaskContext): Promise<void> {
  const tell = teller(request, context);
  const done = new AbortController();
  await tell('running', 'Demarc has taken the task');
  const news = keepTelling(tell, context.connection, done.signal);
  const judgement = await judged(request, context);
  done.abort();
  await news;
  // "It is a good practice only to send outcomes when a run task is running."
  if (request.takesOutcomes && judgement.outcomes.length > 0)
    await tell('running', judgement.message, judgement.outcomes);
  const isTold = await tell(judgement.status, judgement.message);
  context.log(`${judgement.status}${isTold ? '' : ' (and could not say so)'}: ${judgement.message}`);
}

type Tell = (status: TaskStatus, message: string, outcomes?: readonly Outcome[]) => Promise<boolean>;

/** Says something, and logs where that fails: a word that is lost on the way must not cost the last one. */
function teller(request: RunTaskRequest, { connection, log }: TaskContext): Tell {
  return async (status, message, outcomes) => {
    try {
      const signal = AbortSignal.timeout(lastWordTakesAtMost);
      await sendResult(request, taskResult(status, message, outcomes), connection, signal);
      return true;
    } catch (error) {
      log(`"${status}" could not be said: ${explain(error)}`);
      return false;
    }
  };
}

async function keepTelling(tell: Tell, { wait }: Connection, done: AbortSignal): Promise<void> {
  for (;;) {
    await wait(newsEvery, done);
    if (done.aborted) return;
    await tell('running', 'Demarc is at it');
  }
}

async function judged(request: RunTaskRequest, context: TaskContext): Promise<Judgement> {
  const failed = (message: string): Judgement => ({ status: 'failed', message, outcomes: [] });
  const why = cannotJudge(request);
  if (why !== undefined) return failed(why);
  try {
    return await judgedInTurn(request, context);
  } catch (error) {
    return failed(`could not judge: ${explain(error)}`);
  }
}

async function judgedInTurn(
  request: RunTaskRequest,
  { connection, judge, slots, signal }: TaskContext,
): Promise<Judgement> {
  const waiting = deadline(taskTakesAtMost, 'too many plans are waiting', signal);
  try {
    const release = await slots.take(waiting.signal);
    const working = deadline(workTakesAtMost, 'it takes longer than 10 minutes', waiting.signal);
    try {
      const plan = await fetchPlan(request, connection, working.signal).catch((error: unknown) => {
        working.signal.throwIfAborted();
        throw error;
      });
      return await judge(plan, working.signal);
    } finally {
      working.clear();
      release();
    }
  } finally {
    waiting.clear();
  }
}

/** A signal that ends something after a time, or with another one. */
function deadline(milliseconds: number, why: string, other: AbortSignal) {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Interrupted(why));
  }, milliseconds);
  const clear = (): void => {
    clearTimeout(timer);
  };
  return { clear, signal: AbortSignal.any([other, controller.signal]) };
}

const stagesWithPlan = ['post_plan', 'pre_apply', 'post_apply'];

/** Before the plan there is nothing to judge. That is no pass, so the stage has to be another. */
function cannotJudge({ stage }: RunTaskRequest): string | undefined {
  if (stagesWithPlan.includes(stage)) return undefined;
  return stage === 'pre_plan'
    ? 'could not judge: there is no plan at the stage pre-plan; set the run task to post-plan'
    : 'could not judge: this stage is not known; set the run task to post-plan';
}

/** Only messages that are written here are shown: others may hold an address, and an address a secret. */
function explain(error: unknown): string {
  const isOurs =
    error instanceof RefusedAddress ||
    error instanceof Refused ||
    error instanceof Retryable ||
    error instanceof Interrupted;
  if (isOurs) return error.message;
  return `internal error (${error instanceof Error ? error.name : typeof error})`;
}
