import { setFlagsFromString } from 'node:v8';

/** From this size on a run lasts for seconds, and what it leaves behind for the collector would be most of its memory. */
const large = 16 << 20;

/**
 * Left to itself V8 lets its heap grow to several times what is in use before it collects. For a large input it is told to
 * grow in small steps, which takes a tenth more time and half the memory.
 *
 * @param bytes the size of an input
 */
export function growSlowlyFor(bytes: number): void {
  if (bytes >= large) setFlagsFromString('--heap-growing-percent=15');
}
