import type { Io } from './io';

/** How far a run is. */
export interface Progress {
  /** @param what as in "read 12 of 3,000 files" */
  readonly step: (what: 'judged' | 'read', done: number, of: number, things: string) => void;
  /** Takes away what stands on the terminal. */
  readonly end: () => void;
}

/** Nobody wants to hear of a run that is over by then. In milliseconds. */
const patience = 1000;
const pause = 100;

/** Looking at the clock takes longer than most steps. */
const stepsBetweenLooks = 16;

const silent: Progress = { step: () => undefined, end: () => undefined };

/** Says on a terminal how far a long run is, in one line that is gone when it is over; elsewhere says nothing. */
export function progressOn({ progress }: Io, now: () => number = Date.now): Progress {
  if (!progress) return silent;
  let next = now() + patience;
  let steps = 0;
  let shown = false;
  return {
    step(what, done, of, things) {
      if (steps++ % stepsBetweenLooks !== 0 || now() < next) return;
      next = now() + pause;
      shown = true;
      progress(`demarc: ${what} ${number(done)} of ${number(of)} ${things}`);
    },
    end() {
      if (shown) progress(null);
      shown = false;
    },
  };
}

const number = (count: number): string => count.toLocaleString('en');
