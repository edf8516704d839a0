import { setFlagsFromString } from 'node:v8';

/** From this size on a run lasts for seconds, and what it leaves behind for the collector would be most of its memory. */
const large = 16 << 20;
/** And from this one on what is in use is what fills the memory of a build server. */
const huge = 1 << 29;

/**
 * Left to itself V8 lets its heap grow to several times what is in use before it collects, and what is young to three times
 * 16 MB. For a large input it is told to grow in small steps, and to keep the space of what is young as small as it is then:
 * half the memory, in a tenth more time. What is young is then collected so often that threads would rather wait for each
 * other than help: one alone takes a tenth less.
 *
 * @param bytes the size of an input
 */
export function growSlowlyFor(bytes: number): void {
  if (bytes < large) return;
  setFlagsFromString(`--heap-growing-percent=${bytes < huge ? '15' : '5'}`);
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--no-parallel-scavenge');
}
