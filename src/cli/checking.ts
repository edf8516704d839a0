import type { Share } from '../gate/share';
import { openInspection, settingsFor, type InputError } from '../inspect';
import { optimizeLate } from '../late-optimization';
import type { Input } from '../readers/input';
import type { Values } from './arguments';
import { revisionReader, withBaseline } from './baseline';
import type { gateFlags, judgingOptions } from './gate-options';
import { isUnreadable, openReader, type Reader, type Unit } from './inputs';
import type { Io } from './io';
import { progressOn, type Progress } from './progress';
import { setUp, type Setup } from './setup';

/** The options of `demarc check` that say what is judged, and how strictly. */
export type CheckValues = Values<typeof judgingOptions> & Values<typeof gateFlags> & { readonly baseline?: string };

/** Everything that stands behind the arguments, in their order. */
export type Units = readonly (Unit | InputError)[];

/** What is judged together by several threads: plain data, for each of them. */
export interface Task {
  /** With the day that counts as today. */
  readonly values: CheckValues;
  readonly paths: readonly string[];
  readonly units: Units;
  /** How many units are taken, in memory that the threads share: each takes the next one. */
  readonly taken: Int32Array;
  readonly env: Io['env'];
}

/** Positions of units that nobody else takes. */
export function* takenFrom({ taken, units }: Pick<Task, 'taken' | 'units'>): Iterable<number> {
  for (let at = Atomics.add(taken, 0, 1); at < units.length; at = Atomics.add(taken, 0, 1)) yield at;
}

/** How a thread goes about it. */
export interface Means extends Pick<Setup, 'plugins'> {
  readonly settings: ReturnType<typeof settingsFor>;
  readonly baseline: Parameters<Parameters<typeof withBaseline>[3]>[0];
  readonly reader: Reader;
  readonly progress: Progress;
  /** Where whoever reports asks for what was read, too: it stays open then. */
  readonly keep?: ((input: Input) => void) | undefined;
}

/** Reads and judges the units at some positions, one after the other. What cannot be read comes behind all others. */
export function shareOf(units: Units, positions: Iterable<number>, means: Means): Share {
  const { settings, baseline, plugins, reader, progress, keep } = means;
  const { add, refuse, share } = openInspection(settings, { plugins, baseline: baseline.file });
  for (const position of positions) {
    const unit = units[position];
    const input = unit && !isUnreadable(unit) ? reader.read(unit) : unit;
    if (!input) continue;
    if (isUnreadable(input)) refuse(input, units.length + position);
    else add(baseline.before(input), position, stepOf(input, position, units.length, progress));
    if (!keep) reader.release();
    else if (!isUnreadable(input)) keep(input);
  }
  return share();
}

/** From so many resources on one input alone takes its time. */
const large = 1000;

/** Units are taken in their order, so the position of one says how many others were. */
function stepOf({ after }: Input, position: number, units: number, { step }: Progress): () => void {
  const of = after.resources.length;
  if (units > 1 && of < large)
    return () => { step('judged', position, units, 'inputs'); }; // prettier-ignore
  const things = units > 1 ? `resources of input ${String(position + 1)} of ${String(units)}` : 'resources';
  let done = 0;
  return () => { step('judged', ++done, of, things); }; // prettier-ignore
}

/** What another thread does of a task. When it begins it is loaded, and so the first one is. */
export function shareOfTask(task: Task): Share {
  optimizeLate();
  const { values, paths, units, env } = task;
  const io: Io = {
    out: () => undefined,
    err: () => undefined,
    input: () => Buffer.alloc(0),
    terminal: undefined,
    env,
  };
  const { gate, reading, configuration, plugins } = setUp(values);
  const reader = openReader(reading, io);
  try {
    return withBaseline(values.baseline, paths, revisionReader(reading, io), (baseline) => {
      const settings = settingsFor({ ...gate, configuration, plugins });
      return shareOf(units, takenFrom(task), { settings, baseline, plugins, reader, progress: progressOn(io) });
    });
  } finally {
    reader.close();
  }
}
