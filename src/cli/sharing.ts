import { statSync } from 'node:fs';
import type { Share } from '../gate/share';
import { optimizeLate } from '../late-optimization';
import { shareOf, takenFrom, type CheckValues, type Means, type Task, type Units } from './checking';
import { isUnreadable } from './inputs';
import type { Io, Thread, Threads } from './io';
import { isReadOnce } from './read-once';

/** What all threads are given. */
export const taskOf = (values: CheckValues, paths: readonly string[], units: Units, { env }: Io): Task => ({
  values,
  paths,
  units,
  taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  env: { ...env },
});

/**
 * Reads and judges all units: at once where this thread does it alone.
 *
 * @param wanted the number of threads, where people say it.
 */
export function judged(
  task: Task,
  means: Means,
  wanted: number | undefined,
  { threads }: Io,
): readonly Share[] | Promise<readonly Share[]> {
  const work = (positions: Iterable<number>): Share => shareOf(task.units, positions, means);
  const others = threads && mayBeShared(task, means) ? othersFor(task.units, threads.most, wanted) : 0;
  if (threads && others > 0) return sharesOf(task, threads, others, work);
  optimizeLate();
  return [work(task.units.keys())];
}

/** Standard input and pipes can be read once, a program may not be run twice at a time, and what reports ask for stays here. */
const mayBeShared = ({ values, paths }: Task, { baseline, keep }: Means): boolean =>
  !keep &&
  !paths.some(isReadOnce) &&
  !values['run-terraform'] &&
  (values.baseline === undefined || baseline.file !== undefined);

/** How many other threads judge, too. */
function othersFor(units: Units, most: Threads['most'], wanted: number | undefined): number {
  const others = wanted === undefined ? (pays(units) ? most() : 0) : wanted - 1;
  return Math.max(Math.min(others, units.length - 1), 0);
}

/**
 * All shares of a run: this thread's and those of others, whichever takes which units. Nobody relies on the others: what
 * one of them took and did not hand over is judged here, and so is everything again where something breaks here, so
 * that it breaks as it would have done with one thread.
 *
 * @param work judges the units at some positions in this thread.
 */
async function sharesOf(
  task: Task,
  threads: Threads,
  others: number,
  work: (positions: Iterable<number>) => Share,
): Promise<readonly Share[]> {
  const started: Thread[] = [];
  try {
    for (let count = 0; count < others; count++) started.push(threads.start(task));
    const own = work(takenFrom(task));
    const answers = await Promise.all(started.map(({ answer }) => answer));
    const shares = [own, ...answers.filter(isShare)];
    const missing = positionsOutside(shares, task.units);
    return missing.length === 0 ? shares : [...shares, work(missing)];
  } catch {
    return [work(task.units.keys())];
  } finally {
    for (const { stop } of started) stop();
  }
}

const isShare = (answer: unknown): answer is Share =>
  typeof answer === 'object' && answer !== null && 'inputs' in answer && 'configured' in answer;

/** Units that are in none of the shares. What could not be read stands in them behind all others. */
function positionsOutside(shares: readonly Share[], units: Units): readonly number[] {
  const judged = new Set(shares.flatMap(({ inputs }) => inputs.map(({ position }) => position % units.length)));
  return [...units.keys()].filter((position) => !judged.has(position));
}

/** What an input takes whatever its size, in the bytes of plans that are judged in that time. */
const atLeast = 10 << 10;

/**
 * Another thread starts in a tenth of a second, and is cold: it takes half a second to a second of processor time more than
 * this one would, until it is warm. A thousand small inputs (13 MiB by this measure) keep each of two threads busy for 2.1 s,
 * and one alone for 2.9 s; 2,800 for 4.5 s and 6.7 s. With 300 it is 0.8 s and 1.1 s, which is not worth it.
 */
const leastToShare = 12 << 20;

/** Whether there is so much to judge that threads pay. */
const pays = (units: Units): boolean =>
  units.length > 1 && units.reduce((sum, unit) => sum + atLeast + sizeOf(unit), 0) >= leastToShare;

/** Of files; what a folder holds nobody has looked at. */
const sizeOf = (unit: Units[number]): number =>
  isUnreadable(unit) ? 0 : unit.files.reduce((sum, file) => sum + sizeOfFile(file), 0);

function sizeOfFile(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0; // whoever reads it says why
  }
}
