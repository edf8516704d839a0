import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * How much bytecode a function runs, in bytes, before V8 thinks about optimizing it, where nobody says otherwise: in version
 * 11, that of Node 20. Later ones count calls instead, and gain nothing by more patience; they are left alone.
 *
 * @see https://github.com/nodejs/node/blob/v20.20.2/deps/v8/src/flags/flag-definitions.h (interrupt_budget)
 */
const usual = 66 << 10;
const isKnown = versions.v8.startsWith('11.');

/**
 * A run goes through some thousand functions, each a few hundred times and on values of many shapes: what V8 optimizes
 * early is seldom needed and often thrown away. With this much patience 440 resources of a CDK app take half the time,
 * a plan of 1,000 resources two thirds, and one of 8,000 six sevenths.
 */
const patient = 1_500_000;

const setBudget = (bytes: number): void => {
  if (isKnown) setFlagsFromString(`--interrupt-budget=${String(bytes)}`);
};

/**
 * Has V8 optimize later, from now on. Not before everything is loaded: compiled code that was kept is refused where it was
 * compiled under another flag, Node's own too.
 */
export const optimizeLate = (): void => {
  setBudget(patient);
};

/** Has V8 optimize as it does by itself. */
export const optimizeAsUsual = (): void => {
  setBudget(usual);
};

/** Has V8 optimize later while something is worked out, in a process that is somebody else's. */
export function optimizingLate<T>(work: () => T): T {
  optimizeLate();
  try {
    return work();
  } finally {
    optimizeAsUsual();
  }
}
